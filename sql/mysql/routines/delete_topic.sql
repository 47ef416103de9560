-- delete_topic: deletes a lookup row that nothing uses.
--
-- p_topic  actor, cluster, contact, dataset type, error type, extract status, process status, process type, source or
--          tool, in any case
-- p_name   name of the row
-- Returns: nothing.
-- Errors: PT011 invalid_argument, PT008 lookup_not_found, PT009 protected, PT010 in_use.
-- Tables: the topic's: actor_lkup, cluster_tracking_lkup, contact_lkup, dataset_type_lkup, error_type_lkup,
-- extract_status_lkup, process_status_lkup, process_type_lkup, source_lkup, tool_lkup; and those that refer to it.
DROP PROCEDURE IF EXISTS delete_topic;
DELIMITER //
CREATE PROCEDURE delete_topic(
    IN p_topic LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_owns BOOLEAN;
    DECLARE v_topic LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT p_topic;
    DECLARE v_id INT;
    DECLARE v_table LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
    DECLARE v_reason LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        CALL undo_call(v_owns);
        RESIGNAL;
    END;

    CALL begin_call(v_owns);
    CALL check_topic(v_topic, p_name, NULL, NULL, NULL, NULL, NULL);
    CALL check_topic_row(v_topic, p_name, v_id);
    BEGIN
        -- The foreign keys say whether it is in use, which is exact while others use it. The server names the table,
        -- as in `database`.`table`, CONSTRAINT ..., but not (1217) one that the owner of ptdb may not see.
        DECLARE EXIT HANDLER FOR 1217, 1451
        BEGIN
            GET DIAGNOSTICS CONDITION 1 v_reason = MESSAGE_TEXT;
            CALL raise_error(
                'PT010: % "%" is in use, by rows of %; it cannot be deleted while they name it',
                v_topic,
                p_name,
                IF(
                    v_reason LIKE '%`, CONSTRAINT `%',
                    CONCAT('the table ', SUBSTRING_INDEX(SUBSTRING_INDEX(v_reason, '`, CONSTRAINT `', 1), '`', -1)),
                    'a table'
                ),
                NULL
            );
        END;
        CASE v_topic
            WHEN 'actor' THEN
                DELETE FROM actor_lkup WHERE actor_id = v_id;
                CALL audit_table_of(v_id, v_table);
                IF v_table IS NOT NULL THEN
                    CALL raise_error(
                        'PT010: % "%" is in use, by rows of the table %; it cannot be deleted while they name it',
                        v_topic, p_name, v_table, NULL
                    );
                END IF;
            WHEN 'cluster' THEN
                DELETE FROM cluster_tracking_lkup WHERE cluster_id = v_id;
            WHEN 'contact' THEN
                DELETE FROM contact_lkup WHERE contact_id = v_id;
            WHEN 'dataset type' THEN
                DELETE FROM dataset_type_lkup WHERE dataset_type_id = v_id;
            WHEN 'error type' THEN
                DELETE FROM error_type_lkup WHERE error_type_id = v_id;
            WHEN 'extract status' THEN
                DELETE FROM extract_status_lkup WHERE extract_status_id = v_id;
            WHEN 'process status' THEN
                DELETE FROM process_status_lkup WHERE process_status_id = v_id;
            WHEN 'process type' THEN
                DELETE FROM process_type_lkup WHERE process_type_id = v_id;
            WHEN 'source' THEN
                DELETE FROM source_lkup WHERE source_id = v_id;
            WHEN 'tool' THEN
                DELETE FROM tool_lkup WHERE tool_id = v_id;
        END CASE;
    END;
    CALL end_call(v_owns);
END//
DELIMITER ;
