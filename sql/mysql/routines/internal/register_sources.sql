-- register_sources: adds what is new among sources, their objects and attributes. Internal.
--
-- p_leaves    JSON array, as parse_sources returns it
-- p_actor_id  who adds them
-- Errors: none. Tables: source_lkup, source_object_lkup, source_object_attribute_lkup.
-- Each level is inserted at once and in name order, so that two calls that add the same names wait for, but never
-- block, one another. What is new is looked up before, not by the INSERT, which would lock the gaps it finds.
DROP PROCEDURE IF EXISTS register_sources;
DELIMITER //
CREATE PROCEDURE register_sources(IN p_leaves LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin, IN p_actor_id INT)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_new LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

    /*M!100000 SET STATEMENT group_concat_max_len = 1073741824 FOR */
    SELECT /*+ SET_VAR(group_concat_max_len = 1073741824) */
        CONCAT(
            '[', GROUP_CONCAT(JSON_OBJECT('s', leaf.source_name, 'o', leaf.object_name, 'a', leaf.attribute_name)), ']'
        )
    INTO v_new
    FROM JSON_TABLE(
        p_leaves, '$[*]' COLUMNS (
            source_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.s',
            object_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.o',
            attribute_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.a'
        )
    ) AS leaf
    WHERE NOT EXISTS (SELECT 1 FROM source_lkup AS s WHERE s.source_name = leaf.source_name);
    INSERT INTO source_lkup (source_name, created_by, updated_by)
    SELECT DISTINCT leaf.source_name, p_actor_id, p_actor_id
    FROM JSON_TABLE(
        v_new, '$[*]' COLUMNS (
            source_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.s'
        )
    ) AS leaf
    ORDER BY leaf.source_name
    ON DUPLICATE KEY UPDATE source_lkup.source_id = source_lkup.source_id;

    /*M!100000 SET STATEMENT group_concat_max_len = 1073741824 FOR */
    SELECT /*+ SET_VAR(group_concat_max_len = 1073741824) */
        CONCAT(
            '[', GROUP_CONCAT(JSON_OBJECT('s', leaf.source_name, 'o', leaf.object_name, 'a', leaf.attribute_name)), ']'
        )
    INTO v_new
    FROM JSON_TABLE(
        p_leaves, '$[*]' COLUMNS (
            source_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.s',
            object_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.o',
            attribute_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.a'
        )
    ) AS leaf
    WHERE leaf.object_name IS NOT NULL
        AND NOT EXISTS (
            SELECT 1
            FROM source_lkup AS s
            INNER JOIN source_object_lkup AS o ON o.source_id = s.source_id
            WHERE s.source_name = leaf.source_name AND o.source_object_name = leaf.object_name
        );
    INSERT INTO source_object_lkup (source_id, source_object_name, created_by, updated_by)
    SELECT DISTINCT s.source_id, leaf.object_name, p_actor_id, p_actor_id
    FROM JSON_TABLE(
        v_new, '$[*]' COLUMNS (
            source_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.s',
            object_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.o'
        )
    ) AS leaf
    INNER JOIN source_lkup AS s ON s.source_name = leaf.source_name
    ORDER BY s.source_id, leaf.object_name
    ON DUPLICATE KEY UPDATE source_object_lkup.source_object_id = source_object_lkup.source_object_id;

    /*M!100000 SET STATEMENT group_concat_max_len = 1073741824 FOR */
    SELECT /*+ SET_VAR(group_concat_max_len = 1073741824) */
        CONCAT(
            '[', GROUP_CONCAT(JSON_OBJECT('s', leaf.source_name, 'o', leaf.object_name, 'a', leaf.attribute_name)), ']'
        )
    INTO v_new
    FROM JSON_TABLE(
        p_leaves, '$[*]' COLUMNS (
            source_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.s',
            object_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.o',
            attribute_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.a'
        )
    ) AS leaf
    WHERE leaf.attribute_name IS NOT NULL
        AND NOT EXISTS (
            SELECT 1
            FROM source_lkup AS s
            INNER JOIN source_object_lkup AS o ON o.source_id = s.source_id
            INNER JOIN source_object_attribute_lkup AS a ON a.source_object_id = o.source_object_id
            WHERE s.source_name = leaf.source_name
                AND o.source_object_name = leaf.object_name
                AND a.source_object_attribute_name = leaf.attribute_name
        );
    INSERT INTO source_object_attribute_lkup (source_object_id, source_object_attribute_name, created_by, updated_by)
    SELECT DISTINCT o.source_object_id, leaf.attribute_name, p_actor_id, p_actor_id
    FROM JSON_TABLE(
        v_new, '$[*]' COLUMNS (
            source_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.s',
            object_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.o',
            attribute_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.a'
        )
    ) AS leaf
    INNER JOIN source_lkup AS s ON s.source_name = leaf.source_name
    INNER JOIN source_object_lkup AS o ON o.source_id = s.source_id AND o.source_object_name = leaf.object_name
    ORDER BY o.source_object_id, leaf.attribute_name
    ON DUPLICATE KEY UPDATE
        source_object_attribute_lkup.source_object_attribute_id
        = source_object_attribute_lkup.source_object_attribute_id;
END//
DELIMITER ;
