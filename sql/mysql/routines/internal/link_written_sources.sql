-- link_written_sources: links registered sources to a process that writes them. Internal.
--
-- p_process_id  the process
-- p_leaves      JSON array, as parse_sources returns it
-- p_actor_id    who says so
-- Errors: none. Tables: source_lkup, source_object_lkup, source_object_attribute_lkup, process_target,
-- process_target_object, process_target_object_attribute.
DROP PROCEDURE IF EXISTS link_written_sources;
DELIMITER //
CREATE PROCEDURE link_written_sources(
    IN p_process_id INT,
    IN p_leaves LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_actor_id INT
)
SQL SECURITY DEFINER
BEGIN
    INSERT INTO process_target (process_id, target_source_id, created_by, updated_by)
    SELECT DISTINCT p_process_id, s.source_id, p_actor_id, p_actor_id
    FROM JSON_TABLE(
        p_leaves, '$[*]' COLUMNS (source_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.s')
    ) AS leaf
    INNER JOIN source_lkup AS s ON s.source_name = leaf.source_name
    ON DUPLICATE KEY UPDATE process_target.process_id = process_target.process_id;

    INSERT INTO process_target_object (process_id, target_object_id, created_by, updated_by)
    SELECT DISTINCT p_process_id, o.source_object_id, p_actor_id, p_actor_id
    FROM JSON_TABLE(
        p_leaves, '$[*]' COLUMNS (
            source_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.s',
            object_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.o'
        )
    ) AS leaf
    INNER JOIN source_lkup AS s ON s.source_name = leaf.source_name
    INNER JOIN source_object_lkup AS o ON o.source_id = s.source_id AND o.source_object_name = leaf.object_name
    ON DUPLICATE KEY UPDATE process_target_object.process_id = process_target_object.process_id;

    INSERT INTO process_target_object_attribute (process_id, target_object_attribute_id, created_by, updated_by)
    SELECT DISTINCT p_process_id, a.source_object_attribute_id, p_actor_id, p_actor_id
    FROM JSON_TABLE(
        p_leaves, '$[*]' COLUMNS (
            source_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.s',
            object_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.o',
            attribute_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.a'
        )
    ) AS leaf
    INNER JOIN source_lkup AS s ON s.source_name = leaf.source_name
    INNER JOIN source_object_lkup AS o ON o.source_id = s.source_id AND o.source_object_name = leaf.object_name
    INNER JOIN source_object_attribute_lkup AS a
        ON a.source_object_id = o.source_object_id AND a.source_object_attribute_name = leaf.attribute_name
    ON DUPLICATE KEY UPDATE process_target_object_attribute.process_id = process_target_object_attribute.process_id;
END//
DELIMITER ;
