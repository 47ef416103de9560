-- create_cluster_process: assigns a process to a cluster.
--
-- p_cluster_name  the cluster
-- p_process_name  the process
-- Returns: nothing. Errors: PT011 invalid_argument, PT008 lookup_not_found, PT014 process_not_found, PT013 duplicate.
-- Tables: actor_lkup, cluster_process, and the lookups of its names.
DROP PROCEDURE IF EXISTS create_cluster_process;
DELIMITER //
CREATE PROCEDURE create_cluster_process(
    IN p_cluster_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_process_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_owns BOOLEAN;
    DECLARE v_cluster_id INT;
    DECLARE v_process_id INT;
    DECLARE v_actor_id INT;
    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        CALL undo_call(v_owns);
        RESIGNAL;
    END;

    CALL begin_call(v_owns);
    CALL cluster_id_of(p_cluster_name, v_cluster_id);
    CALL process_id_of(p_process_name, 'process_name', v_process_id);
    CALL actor_id_of(NULL, v_actor_id);
    BEGIN
        DECLARE EXIT HANDLER FOR 1062 CALL raise_error(
            'PT013: cluster "%" has the process "%" already; nothing is to be done',
            p_cluster_name, p_process_name, NULL, NULL
        );
        INSERT INTO cluster_process (cluster_id, process_id, created_by, updated_by)
        VALUES (v_cluster_id, v_process_id, v_actor_id, v_actor_id);
    END;
    CALL end_call(v_owns);
END//
DELIMITER ;
