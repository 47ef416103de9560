-- update_topic: renames a lookup row.
--
-- p_topic            actor, cluster, contact, dataset type, error type, extract status, process status, process type,
--                    source or tool, in any case
-- p_initial_name     present name of the row
-- p_name             new name of the row; the present one when only other fields change
-- p_email            e-mail address; for a contact
-- p_max_memory       most memory, in p_memory_unit (MB, GB, TB); for a cluster
-- p_memory_unit      unit of p_max_memory
-- p_max_processing   most processing power, in p_processing_unit (Ghz, CPU, DPU); for a cluster
-- p_processing_unit  unit of p_max_processing
-- Returns: nothing. A field that is not given stays.
-- Errors: PT011 invalid_argument, PT008 lookup_not_found, PT009 protected, PT013 duplicate.
-- Tables: actor_lkup, and the topic's: cluster_tracking_lkup, contact_lkup, dataset_type_lkup, error_type_lkup,
-- extract_status_lkup, process_status_lkup, process_type_lkup, source_lkup, tool_lkup.
DROP PROCEDURE IF EXISTS update_topic;
DELIMITER //
CREATE PROCEDURE update_topic(
    IN p_topic LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_initial_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
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
    DECLARE v_id INT;
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
    CALL check_text(p_initial_name, 'initial_name', NULL, TRUE);
    CALL check_topic_row(v_topic, p_initial_name, v_id);
    BEGIN
        DECLARE EXIT HANDLER FOR 1062 CALL raise_error(
            'PT013: % "%" cannot become "%"%: there is one already; give another name',
            v_topic, p_initial_name, p_name, COALESCE(CONCAT(' of the email "', p_email, '"'), '')
        );
        CASE v_topic
            WHEN 'actor' THEN
                UPDATE actor_lkup
                SET
                    actor_name = v_name,
                    update_date_time = UTC_TIMESTAMP(6),
                    updated_by = v_actor_id
                WHERE actor_id = v_id;
            WHEN 'cluster' THEN
                UPDATE cluster_tracking_lkup
                SET
                    cluster_name = v_name,
                    cluster_max_memory = COALESCE(p_max_memory, cluster_max_memory),
                    cluster_max_memory_unit = COALESCE(p_memory_unit, cluster_max_memory_unit),
                    cluster_max_processing = COALESCE(p_max_processing, cluster_max_processing),
                    cluster_max_processing_unit = COALESCE(p_processing_unit, cluster_max_processing_unit),
                    update_date_time = UTC_TIMESTAMP(6),
                    updated_by = v_actor_id
                WHERE cluster_id = v_id;
            WHEN 'contact' THEN
                UPDATE contact_lkup
                SET
                    contact_name = v_name,
                    contact_email = COALESCE(p_email, contact_email),
                    update_date_time = UTC_TIMESTAMP(6),
                    updated_by = v_actor_id
                WHERE contact_id = v_id;
            WHEN 'dataset type' THEN
                UPDATE dataset_type_lkup
                SET
                    dataset_type = v_name,
                    update_date_time = UTC_TIMESTAMP(6),
                    updated_by = v_actor_id
                WHERE dataset_type_id = v_id;
            WHEN 'error type' THEN
                UPDATE error_type_lkup
                SET
                    error_type_name = v_name,
                    update_date_time = UTC_TIMESTAMP(6),
                    updated_by = v_actor_id
                WHERE error_type_id = v_id;
            WHEN 'extract status' THEN
                UPDATE extract_status_lkup
                SET
                    extract_status_name = v_name,
                    update_date_time = UTC_TIMESTAMP(6),
                    updated_by = v_actor_id
                WHERE extract_status_id = v_id;
            WHEN 'process status' THEN
                UPDATE process_status_lkup
                SET
                    process_status_name = v_name,
                    update_date_time = UTC_TIMESTAMP(6),
                    updated_by = v_actor_id
                WHERE process_status_id = v_id;
            WHEN 'process type' THEN
                UPDATE process_type_lkup
                SET
                    process_type_name = v_name,
                    update_date_time = UTC_TIMESTAMP(6),
                    updated_by = v_actor_id
                WHERE process_type_id = v_id;
            WHEN 'source' THEN
                UPDATE source_lkup
                SET
                    source_name = v_name,
                    update_date_time = UTC_TIMESTAMP(6),
                    updated_by = v_actor_id
                WHERE source_id = v_id;
            WHEN 'tool' THEN
                UPDATE tool_lkup
                SET
                    tool_name = v_name,
                    update_date_time = UTC_TIMESTAMP(6),
                    updated_by = v_actor_id
                WHERE tool_id = v_id;
        END CASE;
    END;
    CALL end_call(v_owns);
END//
DELIMITER ;
