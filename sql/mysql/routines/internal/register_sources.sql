-- register_sources: adds what is new among sources, their objects and attributes. Internal.
--
-- p_leaves    JSON array, as parse_sources returns it
-- p_actor_id  who adds them
-- Errors: none. Tables: source_lkup, source_object_lkup, source_object_attribute_lkup.
-- Each level is inserted at once and in name order, so that two calls that add the same names wait for, but never
-- block, one another.
DROP PROCEDURE IF EXISTS register_sources;
DELIMITER //
CREATE PROCEDURE register_sources(IN p_leaves LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin, IN p_actor_id INT)
SQL SECURITY DEFINER
BEGIN
    INSERT INTO source_lkup (source_name, created_by, updated_by)
    SELECT DISTINCT leaf.source_name, p_actor_id, p_actor_id
    FROM JSON_TABLE(
        p_leaves, '$[*]' COLUMNS (source_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.s')
    ) AS leaf
    WHERE NOT EXISTS (SELECT 1 FROM source_lkup AS s WHERE s.source_name = leaf.source_name)
    ORDER BY leaf.source_name
    ON DUPLICATE KEY UPDATE source_lkup.source_id = source_lkup.source_id;

    INSERT INTO source_object_lkup (source_id, source_object_name, created_by, updated_by)
    SELECT DISTINCT s.source_id, leaf.object_name, p_actor_id, p_actor_id
    FROM JSON_TABLE(
        p_leaves, '$[*]' COLUMNS (source_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.s', object_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.o')
    ) AS leaf
    INNER JOIN source_lkup AS s ON s.source_name = leaf.source_name
    WHERE leaf.object_name IS NOT NULL
        AND NOT EXISTS (
            SELECT 1
            FROM source_object_lkup AS o
            WHERE o.source_id = s.source_id AND o.source_object_name = leaf.object_name
        )
    ORDER BY s.source_id, leaf.object_name
    ON DUPLICATE KEY UPDATE source_object_lkup.source_object_id = source_object_lkup.source_object_id;

    INSERT INTO source_object_attribute_lkup (source_object_id, source_object_attribute_name, created_by, updated_by)
    SELECT DISTINCT o.source_object_id, leaf.attribute_name, p_actor_id, p_actor_id
    FROM JSON_TABLE(
        p_leaves, '$[*]' COLUMNS (source_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.s', object_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.o', attribute_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.a')
    ) AS leaf
    INNER JOIN source_lkup AS s ON s.source_name = leaf.source_name
    INNER JOIN source_object_lkup AS o ON o.source_id = s.source_id AND o.source_object_name = leaf.object_name
    WHERE leaf.attribute_name IS NOT NULL
        AND NOT EXISTS (
            SELECT 1
            FROM source_object_attribute_lkup AS a
            WHERE a.source_object_id = o.source_object_id AND a.source_object_attribute_name = leaf.attribute_name
        )
    ORDER BY o.source_object_id, leaf.attribute_name
    ON DUPLICATE KEY UPDATE
        source_object_attribute_lkup.source_object_attribute_id
        = source_object_attribute_lkup.source_object_attribute_id;
END//
DELIMITER ;
