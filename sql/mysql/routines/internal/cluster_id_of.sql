-- cluster_id_of: the key of a cluster that must exist. Internal.
--
-- p_cluster_name  the cluster
-- Returns: p_cluster_id. Errors: PT011 invalid_argument, PT008 lookup_not_found. Tables: cluster_tracking_lkup.
DROP PROCEDURE IF EXISTS cluster_id_of;
DELIMITER //
CREATE PROCEDURE cluster_id_of(
    IN p_cluster_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    OUT p_cluster_id INT
)
SQL SECURITY DEFINER
BEGIN
    CALL check_text(p_cluster_name, 'cluster_name', 250, TRUE);
    SELECT (SELECT cluster_id FROM cluster_tracking_lkup WHERE cluster_name = p_cluster_name) INTO p_cluster_id;
    IF p_cluster_id IS NULL THEN
        CALL raise_error('PT008: there is no cluster "%"; add it with create_topic', p_cluster_name, NULL, NULL, NULL);
    END IF;
END//
DELIMITER ;
