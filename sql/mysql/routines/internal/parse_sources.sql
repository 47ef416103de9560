-- parse_sources: sources or targets, in any of their three grains, as one flat list. Internal.
--
-- p_text       JSON text: ["S"], {"S": ["object"]} or {"S": {"object": ["attribute"]}}, each source at its own grain;
--              NULL: none
-- p_parameter  name of the parameter, for the messages
-- Returns: p_leaves, a JSON array of {"s": source, "o": object, "a": attribute}, the latter two null at a coarser
-- grain. Errors: PT011 invalid_argument. Tables: none.
DROP PROCEDURE IF EXISTS parse_sources;
DELIMITER //
CREATE PROCEDURE parse_sources(
    IN p_text LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_parameter LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    OUT p_leaves LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_is_misshapen BOOLEAN;
    DECLARE v_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

    SET p_leaves = '[]';
    CALL parse_json(p_text, p_parameter);
    IF JSON_TYPE(p_text) = 'ARRAY' THEN
        CALL parse_names(p_text, p_parameter, 250, p_text);
        /*M!100000 SET STATEMENT group_concat_max_len = 1073741824 FOR */
        SELECT /*+ SET_VAR(group_concat_max_len = 1073741824) */
            CONCAT('[', COALESCE(GROUP_CONCAT(JSON_OBJECT('s', source.name, 'o', NULL, 'a', NULL)), ''), ']')
        INTO p_leaves
        FROM JSON_TABLE(p_text, '$[*]' COLUMNS (name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$')) AS source;
    ELSEIF p_text IS NOT NULL THEN
        SET v_is_misshapen = JSON_TYPE(p_text) <> 'OBJECT';
        IF NOT v_is_misshapen THEN
            -- The keys are read as a list, and each one's value by its path.
            /*M!100000 SET STATEMENT group_concat_max_len = 1073741824 FOR */
            SELECT /*+ SET_VAR(group_concat_max_len = 1073741824) */
                COALESCE(MAX(
                    leaf.source_type NOT IN ('ARRAY', 'OBJECT')
                    OR leaf.source_type = 'ARRAY' AND leaf.is_object AND leaf.object_type <> 'STRING'
                    OR leaf.source_type = 'OBJECT' AND leaf.attributes_type <> 'ARRAY'
                    OR leaf.is_attribute AND leaf.attribute_type <> 'STRING'
                ), FALSE),
                CONCAT(
                    '[',
                    COALESCE(
                        GROUP_CONCAT(
                            JSON_OBJECT('s', leaf.source_name, 'o', leaf.object_name, 'a', leaf.attribute_name)
                        ),
                        ''
                    ),
                    ']'
                )
            INTO v_is_misshapen, p_leaves
            FROM (
                SELECT
                    source.source_name,
                    object.object_name,
                    attribute.attribute_name,
                    JSON_TYPE(JSON_EXTRACT(p_text, CONCAT('$.', JSON_QUOTE(source.source_name)))) AS source_type,
                    -- MySQL reads a JSON null as NULL, as where there is no item at all.
                    object.object_number IS NOT NULL AS is_object,
                    COALESCE(JSON_TYPE(object.object_value), 'NULL') AS object_type,
                    JSON_TYPE(
                        JSON_EXTRACT(
                            JSON_EXTRACT(p_text, CONCAT('$.', JSON_QUOTE(source.source_name))),
                            CONCAT('$.', JSON_QUOTE(object.object_name))
                        )
                    ) AS attributes_type,
                    attribute.attribute_number IS NOT NULL AS is_attribute,
                    COALESCE(JSON_TYPE(attribute.attribute_value), 'NULL') AS attribute_type
                FROM JSON_TABLE(JSON_KEYS(p_text), '$[*]' COLUMNS (source_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$')) AS source
                LEFT JOIN JSON_TABLE(
                    COALESCE(
                        JSON_KEYS(JSON_EXTRACT(p_text, CONCAT('$.', JSON_QUOTE(source.source_name)))),
                        JSON_EXTRACT(p_text, CONCAT('$.', JSON_QUOTE(source.source_name)))
                    ),
                    '$[*]' COLUMNS (
                        object_number FOR ORDINALITY,
                        object_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$',
                        object_value JSON PATH '$'
                    )
                ) AS object ON TRUE
                LEFT JOIN JSON_TABLE(
                    COALESCE(
                        JSON_EXTRACT(
                            JSON_EXTRACT(p_text, CONCAT('$.', JSON_QUOTE(source.source_name))),
                            CONCAT('$.', JSON_QUOTE(object.object_name))
                        ),
                        '[]'
                    ),
                    '$[*]' COLUMNS (
                        attribute_number FOR ORDINALITY,
                        attribute_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$',
                        attribute_value JSON PATH '$'
                    )
                ) AS attribute ON TRUE
            ) AS leaf;
        END IF;
        IF v_is_misshapen THEN
            CALL raise_error(
                'PT011: % is %; give ["S"], {"S": ["object"]} or {"S": {"object": ["attribute"]}}',
                p_parameter, LEFT(p_text, 200), NULL, NULL
            );
        END IF;
        SELECT MIN(item.name) INTO v_name
        FROM (
            SELECT leaf.source_name AS name
            FROM JSON_TABLE(p_leaves, '$[*]' COLUMNS (source_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.s')) AS leaf
            UNION ALL
            SELECT leaf.object_name
            FROM JSON_TABLE(p_leaves, '$[*]' COLUMNS (object_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.o')) AS leaf
            UNION ALL
            SELECT leaf.attribute_name
            FROM JSON_TABLE(p_leaves, '$[*]' COLUMNS (attribute_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.a')) AS leaf
        ) AS item
        WHERE item.name NOT REGEXP '[^[:space:]]' OR CHAR_LENGTH(item.name) > 250;
        IF v_name IS NOT NULL THEN
            CALL check_text(v_name, CONCAT('a name in ', p_parameter), 250, TRUE);
        END IF;
    END IF;
END//
DELIMITER ;
