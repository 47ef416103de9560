-- delete_cluster_process: takes a process off a cluster.
--
-- p_cluster_name  the cluster
-- p_process_name  the process
-- Returns: nothing. Errors: PT011 invalid_argument, PT008 lookup_not_found, PT014 process_not_found.
-- Tables: cluster_process, and the lookups of its names.
DROP PROCEDURE IF EXISTS delete_cluster_process;
DELIMITER //
CREATE PROCEDURE delete_cluster_process(
    IN p_cluster_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_process_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_owns BOOLEAN;
    DECLARE v_cluster_id INT;
    DECLARE v_process_id INT;
    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        CALL undo_call(v_owns);
        RESIGNAL;
    END;

    CALL begin_call(v_owns);
    CALL cluster_id_of(p_cluster_name, v_cluster_id);
    CALL process_id_of(p_process_name, 'process_name', v_process_id);
    DELETE FROM cluster_process WHERE cluster_id = v_cluster_id AND process_id = v_process_id;
    IF ROW_COUNT() = 0 THEN
        CALL raise_error(
            'PT008: cluster "%" does not have the process "%"; nothing is to be deleted',
            p_cluster_name, p_process_name, NULL, NULL
        );
    END IF;
    CALL end_call(v_owns);
END//
DELIMITER ;
