-- link_dataset_types: links dataset types to a process, and all of its to its sources, targets and objects. Internal.
--
-- p_process_id  the process, its sources and targets linked already
-- p_text        JSON array of names of dataset types; NULL: none that are new, but perhaps new sources
-- p_actor_id    who says so
-- Errors: PT011 invalid_argument, PT008 lookup_not_found.
-- Tables: dataset_type_lkup, process_dataset_type, source_dataset_type, source_object_dataset_type, process_source,
-- process_target, process_source_object, process_target_object.
DROP PROCEDURE IF EXISTS link_dataset_types;
DELIMITER //
CREATE PROCEDURE link_dataset_types(
    IN p_process_id INT,
    IN p_text LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_actor_id INT
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_names LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
    DECLARE v_unknown LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

    IF p_text IS NOT NULL THEN
        CALL parse_names(p_text, 'dataset_types', 250, v_names);
        /*M!100000 SET STATEMENT group_concat_max_len = 1073741824 FOR */
        SELECT /*+ SET_VAR(group_concat_max_len = 1073741824) */
            GROUP_CONCAT('"', item.name, '"' ORDER BY item.name SEPARATOR ', ') INTO v_unknown
        FROM JSON_TABLE(
            v_names, '$[*]' COLUMNS (name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$')
        ) AS item
        WHERE NOT EXISTS (SELECT 1 FROM dataset_type_lkup AS d WHERE d.dataset_type = item.name);
        IF v_unknown IS NOT NULL THEN
            CALL raise_error(
                'PT008: there is no dataset type %; add it with create_topic, or give a known one',
                v_unknown, NULL, NULL, NULL
            );
        END IF;

        INSERT INTO process_dataset_type (process_id, dataset_type_id, created_by, updated_by)
        SELECT p_process_id, d.dataset_type_id, p_actor_id, p_actor_id
        FROM JSON_TABLE(
            v_names, '$[*]' COLUMNS (name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$')
        ) AS item
        INNER JOIN dataset_type_lkup AS d ON d.dataset_type = item.name
        ORDER BY d.dataset_type_id
        ON DUPLICATE KEY UPDATE process_dataset_type.process_id = process_dataset_type.process_id;
    END IF;

    INSERT INTO source_dataset_type (source_id, dataset_type_id, created_by, updated_by)
    SELECT linked.id, l.dataset_type_id, p_actor_id, p_actor_id
    FROM process_dataset_type AS l
    CROSS JOIN (
        SELECT source_id AS id FROM process_source WHERE process_id = p_process_id
        UNION
        SELECT target_source_id FROM process_target WHERE process_id = p_process_id
    ) AS linked
    WHERE l.process_id = p_process_id
    ORDER BY linked.id, l.dataset_type_id
    ON DUPLICATE KEY UPDATE source_dataset_type.source_id = source_dataset_type.source_id;

    INSERT INTO source_object_dataset_type (source_object_id, dataset_type_id, created_by, updated_by)
    SELECT linked.id, l.dataset_type_id, p_actor_id, p_actor_id
    FROM process_dataset_type AS l
    CROSS JOIN (
        SELECT source_object_id AS id FROM process_source_object WHERE process_id = p_process_id
        UNION
        SELECT target_object_id FROM process_target_object WHERE process_id = p_process_id
    ) AS linked
    WHERE l.process_id = p_process_id
    ORDER BY linked.id, l.dataset_type_id
    ON DUPLICATE KEY UPDATE source_object_dataset_type.source_object_id = source_object_dataset_type.source_object_id;
END//
DELIMITER ;
