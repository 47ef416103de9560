-- delete_process_dependency: takes a dependency between processes away.
--
-- p_parent_process_name  the process that comes first
-- p_child_process_name   the process that waits for it
-- Returns: nothing. Errors: PT011 invalid_argument, PT014 process_not_found, PT008 lookup_not_found.
-- Tables: process, dependency_type_lkup, process_dependency.
DROP PROCEDURE IF EXISTS delete_process_dependency;
DELIMITER //
CREATE PROCEDURE delete_process_dependency(
    IN p_parent_process_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_child_process_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_owns BOOLEAN;
    DECLARE v_parent_id INT;
    DECLARE v_child_id INT;
    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        CALL undo_call(v_owns);
        RESIGNAL;
    END;

    CALL begin_call(v_owns);
    CALL process_id_of(p_parent_process_name, 'parent_process_name', v_parent_id);
    CALL process_id_of(p_child_process_name, 'child_process_name', v_child_id);
    -- Whoever adds a dependency reads the others under this lock, and would else wait for the deleted row.
    CALL lock_dependencies();
    DELETE FROM process_dependency WHERE parent_process_id = v_parent_id AND child_process_id = v_child_id;
    IF ROW_COUNT() = 0 THEN
        CALL raise_error(
            'PT008: process "%" does not wait for process "%"; there is no dependency to delete',
            p_child_process_name, p_parent_process_name, NULL, NULL
        );
    END IF;
    CALL end_call(v_owns);
END//
DELIMITER ;
