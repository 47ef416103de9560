-- create_topic: adds a lookup row.
--
-- p_topic            actor, cluster, contact, dataset type, error type, extract status, process status, process type,
--                    source or tool, in any case
-- p_name             name of the new row
-- p_email            e-mail address; for a contact
-- p_max_memory       most memory, in p_memory_unit (MB, GB, TB); for a cluster
-- p_memory_unit      unit of p_max_memory
-- p_max_processing   most processing power, in p_processing_unit (Ghz, CPU, DPU); for a cluster
-- p_processing_unit  unit of p_max_processing
-- Returns: nothing. Errors: PT011 invalid_argument, PT013 duplicate.
-- Tables: actor_lkup, and the topic's: cluster_tracking_lkup, contact_lkup, dataset_type_lkup, error_type_lkup,
-- extract_status_lkup, process_status_lkup, process_type_lkup, source_lkup, tool_lkup.
DROP PROCEDURE IF EXISTS create_topic;
DELIMITER //
CREATE PROCEDURE create_topic(
    IN p_topic LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_email LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_max_memory INT,
    IN p_memory_unit LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_max_processing INT,
    IN p_processing_unit LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_owns BOOLEAN;
    DECLARE v_topic LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT p_topic;
    DECLARE v_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT p_name;
    DECLARE v_actor_id INT;
    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        CALL undo_call(v_owns);
        RESIGNAL;
    END;

    CALL begin_call(v_owns);
    CALL check_topic(
        v_topic, p_name, p_email, p_max_memory, p_memory_unit, p_max_processing, p_processing_unit
    );
    IF v_topic LIKE '% status' THEN
        CALL status_name(v_name);
    END IF;
    CALL actor_id_of(NULL, v_actor_id);
    BEGIN
        DECLARE EXIT HANDLER FOR 1062 CALL raise_error(
            'PT013: % "%"% cannot be added: there is one already; give another name',
            v_topic, p_name, COALESCE(CONCAT(' of the email "', p_email, '"'), ''), NULL
        );
        CASE v_topic
            WHEN 'actor' THEN
                INSERT INTO actor_lkup (actor_name, created_by, updated_by)
                VALUES (v_name, v_actor_id, v_actor_id);
            WHEN 'cluster' THEN
                INSERT INTO cluster_tracking_lkup (
                    cluster_name, cluster_max_memory, cluster_max_memory_unit, cluster_max_processing,
                    cluster_max_processing_unit, created_by, updated_by
                )
                VALUES (
                    v_name, p_max_memory, p_memory_unit, p_max_processing, p_processing_unit, v_actor_id, v_actor_id
                );
            WHEN 'contact' THEN
                INSERT INTO contact_lkup (contact_name, contact_email, created_by, updated_by)
                VALUES (v_name, p_email, v_actor_id, v_actor_id);
            WHEN 'dataset type' THEN
                INSERT INTO dataset_type_lkup (dataset_type, created_by, updated_by)
                VALUES (v_name, v_actor_id, v_actor_id);
            WHEN 'error type' THEN
                INSERT INTO error_type_lkup (error_type_name, created_by, updated_by)
                VALUES (v_name, v_actor_id, v_actor_id);
            WHEN 'extract status' THEN
                INSERT INTO extract_status_lkup (extract_status_name, created_by, updated_by)
                VALUES (v_name, v_actor_id, v_actor_id);
            WHEN 'process status' THEN
                INSERT INTO process_status_lkup (process_status_name, created_by, updated_by)
                VALUES (v_name, v_actor_id, v_actor_id);
            WHEN 'process type' THEN
                INSERT INTO process_type_lkup (process_type_name, created_by, updated_by)
                VALUES (v_name, v_actor_id, v_actor_id);
            WHEN 'source' THEN
                INSERT INTO source_lkup (source_name, created_by, updated_by)
                VALUES (v_name, v_actor_id, v_actor_id);
            WHEN 'tool' THEN
                INSERT INTO tool_lkup (tool_name, created_by, updated_by)
                VALUES (v_name, v_actor_id, v_actor_id);
        END CASE;
    END;
    CALL end_call(v_owns);
END//
DELIMITER ;
