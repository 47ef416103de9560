-- check_parents: refuses the start of a process while a parent of it is running, failed or on hold. Internal.
--
-- p_process_id    the process
-- p_process_name  its name, for the message
-- Errors: PT002 dependency_blocked.
-- Tables: process_dependency, dependency_type_lkup, process, process_tracking, process_status_lkup.
DROP PROCEDURE IF EXISTS check_parents;
DELIMITER //
CREATE PROCEDURE check_parents(
    IN p_process_id INT,
    IN p_process_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_parents LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

    -- Most processes have no parent.
    IF EXISTS (SELECT 1 FROM process_dependency WHERE child_process_id = p_process_id) THEN
        /*M!100000 SET STATEMENT group_concat_max_len = 1073741824 FOR */
        SELECT /*+ SET_VAR(group_concat_max_len = 1073741824) */
            GROUP_CONCAT('"', p.process_name, '" (', s.process_status_name, ')' ORDER BY p.process_name SEPARATOR ', ')
        INTO v_parents
        FROM process_dependency AS d
        INNER JOIN dependency_type_lkup AS dt ON dt.dependency_type_id = d.dependency_type_id
        INNER JOIN process AS p ON p.process_id = d.parent_process_id
        INNER JOIN process_tracking AS t ON t.latest_process_id = d.parent_process_id
        INNER JOIN process_status_lkup AS s ON s.process_status_id = t.process_status_id
        WHERE d.child_process_id = p_process_id
            AND dt.dependency_type_name <> 'Soft'
            AND s.process_status_name IN ('running', 'failed', 'on hold');
        IF v_parents IS NOT NULL THEN
            CALL raise_error(
                'PT002: process "%" has to wait for %', p_process_name, v_parents, NULL, NULL
            );
        END IF;
    END IF;
END//
DELIMITER ;
