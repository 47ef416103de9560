-- check_topic_row: refuses to change a lookup row that does not exist or is preloaded. Internal.
--
-- p_topic  the topic, as check_topic returns it
-- p_name   name of the row, locked here
-- Returns: p_id, its key. Errors: PT008 lookup_not_found, PT009 protected.
-- Tables: actor_lkup, cluster_tracking_lkup, contact_lkup, dataset_type_lkup, error_type_lkup, extract_status_lkup,
-- process_status_lkup, process_type_lkup, source_lkup, tool_lkup.
DROP PROCEDURE IF EXISTS check_topic_row;
DELIMITER //
CREATE PROCEDURE check_topic_row(
    IN p_topic LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    OUT p_id INT
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT p_name;
    DECLARE v_creator INT;

    IF p_topic LIKE '% status' THEN
        CALL status_name(v_name);
    END IF;
    -- Looked for before it is locked: a search that locks and finds nothing would lock a gap.
    CASE p_topic
        WHEN 'actor' THEN
            SELECT (SELECT actor_id FROM actor_lkup WHERE actor_name = v_name) INTO p_id;
            SET v_creator = (
                SELECT created_by FROM actor_lkup WHERE actor_id = p_id AND actor_name = v_name FOR UPDATE
            );
        WHEN 'cluster' THEN
            SELECT (SELECT cluster_id FROM cluster_tracking_lkup WHERE cluster_name = v_name) INTO p_id;
            SET v_creator = (
                SELECT created_by
                FROM cluster_tracking_lkup
                WHERE cluster_id = p_id AND cluster_name = v_name
                FOR UPDATE
            );
        WHEN 'contact' THEN
            SELECT (SELECT contact_id FROM contact_lkup WHERE contact_name = v_name) INTO p_id;
            SET v_creator = (
                SELECT created_by FROM contact_lkup WHERE contact_id = p_id AND contact_name = v_name FOR UPDATE
            );
        WHEN 'dataset type' THEN
            SELECT (SELECT dataset_type_id FROM dataset_type_lkup WHERE dataset_type = v_name) INTO p_id;
            SET v_creator = (
                SELECT created_by
                FROM dataset_type_lkup
                WHERE dataset_type_id = p_id AND dataset_type = v_name
                FOR UPDATE
            );
        WHEN 'error type' THEN
            SELECT (SELECT error_type_id FROM error_type_lkup WHERE error_type_name = v_name) INTO p_id;
            SET v_creator = (
                SELECT created_by
                FROM error_type_lkup
                WHERE error_type_id = p_id AND error_type_name = v_name
                FOR UPDATE
            );
        WHEN 'extract status' THEN
            SELECT (SELECT extract_status_id FROM extract_status_lkup WHERE extract_status_name = v_name) INTO p_id;
            SET v_creator = (
                SELECT created_by
                FROM extract_status_lkup
                WHERE extract_status_id = p_id AND extract_status_name = v_name
                FOR UPDATE
            );
        WHEN 'process status' THEN
            SELECT (SELECT process_status_id FROM process_status_lkup WHERE process_status_name = v_name) INTO p_id;
            SET v_creator = (
                SELECT created_by
                FROM process_status_lkup
                WHERE process_status_id = p_id AND process_status_name = v_name
                FOR UPDATE
            );
        WHEN 'process type' THEN
            SELECT (SELECT process_type_id FROM process_type_lkup WHERE process_type_name = v_name) INTO p_id;
            SET v_creator = (
                SELECT created_by
                FROM process_type_lkup
                WHERE process_type_id = p_id AND process_type_name = v_name
                FOR UPDATE
            );
        WHEN 'source' THEN
            SELECT (SELECT source_id FROM source_lkup WHERE source_name = v_name) INTO p_id;
            SET v_creator = (
                SELECT created_by FROM source_lkup WHERE source_id = p_id AND source_name = v_name FOR UPDATE
            );
        WHEN 'tool' THEN
            SELECT (SELECT tool_id FROM tool_lkup WHERE tool_name = v_name) INTO p_id;
            SET v_creator = (
                SELECT created_by FROM tool_lkup WHERE tool_id = p_id AND tool_name = v_name FOR UPDATE
            );
    END CASE;
    IF v_creator IS NULL THEN
        CALL raise_error(
            'PT008: there is no % of the name "%"; check the spelling, case included',
            p_topic, p_name, NULL, NULL
        );
    ELSEIF v_creator = 0 THEN
        CALL raise_error(
            'PT009: the % "%" was preloaded by the installation and is protected; add one of your own instead',
            p_topic, p_name, NULL, NULL
        );
    END IF;
END//
DELIMITER ;
