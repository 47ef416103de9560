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
    DECLARE v_source_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
    DECLARE v_object_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
    DECLARE v_attribute_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
    DECLARE v_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

    SET p_leaves = '[]';
    CALL parse_json(p_text, p_parameter);
    IF JSON_TYPE(p_text) = 'ARRAY' THEN
        CALL parse_names(p_text, p_parameter, 250, p_text);
        /*M!100000 SET STATEMENT group_concat_max_len = 1073741824 FOR */
        SELECT /*+ SET_VAR(group_concat_max_len = 1073741824) */
            CONCAT('[', COALESCE(GROUP_CONCAT(JSON_OBJECT('s', source.name, 'o', NULL, 'a', NULL)), ''), ']')
        INTO p_leaves
        FROM JSON_TABLE(
            p_text, '$[*]' COLUMNS (name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$')
        ) AS source;
    ELSEIF p_text IS NOT NULL THEN
        -- MariaDB keeps a key that is there twice, and counts it twice.
        SET v_is_misshapen = JSON_TYPE(p_text) <> 'OBJECT' OR JSON_LENGTH(p_text) <> JSON_LENGTH(JSON_KEYS(p_text));
        IF NOT v_is_misshapen THEN
            -- Keys and values are read as two lists of one order. A path would miss keys that are written with escapes.
            /*M!100000 SET STATEMENT group_concat_max_len = 1073741824 FOR */
            SELECT /*+ SET_VAR(group_concat_max_len = 1073741824) */
                COALESCE(MAX(
                    leaf.source_type NOT IN ('ARRAY', 'OBJECT')
                    OR leaf.source_type = 'ARRAY' AND leaf.is_object AND leaf.object_type <> 'STRING'
                    OR leaf.source_type = 'OBJECT' AND leaf.attributes_type <> 'ARRAY'
                    OR leaf.is_attribute AND leaf.attribute_type <> 'STRING'
                    OR leaf.is_twice
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
                ),
                -- The names that are wrong. Read from the list that has been made, they would cost another three.
                MIN(IF(
                    leaf.source_name NOT REGEXP '[^[:space:]]' OR CHAR_LENGTH(leaf.source_name) > 250,
                    leaf.source_name, NULL
                )),
                MIN(IF(
                    leaf.object_name NOT REGEXP '[^[:space:]]' OR CHAR_LENGTH(leaf.object_name) > 250,
                    leaf.object_name, NULL
                )),
                MIN(IF(
                    leaf.attribute_name NOT REGEXP '[^[:space:]]' OR CHAR_LENGTH(leaf.attribute_name) > 250,
                    leaf.attribute_name, NULL
                ))
            INTO v_is_misshapen, p_leaves, v_source_name, v_object_name, v_attribute_name
            FROM (
                SELECT
                    source.source_name,
                    object.object_name,
                    attribute.attribute_name,
                    COALESCE(JSON_TYPE(source_value.value), 'NULL') AS source_type,
                    -- MySQL reads a JSON null as NULL, as where there is no item at all.
                    object.object_number IS NOT NULL AS is_object,
                    COALESCE(JSON_TYPE(object.object_value), 'NULL') AS object_type,
                    IF(
                        attributes.object_number IS NULL, NULL, COALESCE(JSON_TYPE(attributes.value), 'NULL')
                    ) AS attributes_type,
                    attribute.attribute_number IS NOT NULL AS is_attribute,
                    COALESCE(JSON_TYPE(attribute.attribute_value), 'NULL') AS attribute_type,
                    JSON_LENGTH(source_value.value) <> JSON_LENGTH(JSON_KEYS(source_value.value)) AS is_twice
                FROM JSON_TABLE(
                    JSON_KEYS(p_text), '$[*]' COLUMNS (
                        source_number FOR ORDINALITY,
                        source_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$'
                    )
                ) AS source
                INNER JOIN JSON_TABLE(
                    p_text, '$.*' COLUMNS (source_number FOR ORDINALITY, value JSON PATH '$')
                ) AS source_value ON source_value.source_number = source.source_number
                LEFT JOIN JSON_TABLE(
                    COALESCE(JSON_KEYS(source_value.value), source_value.value), '$[*]' COLUMNS (
                        object_number FOR ORDINALITY,
                        object_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$',
                        object_value JSON PATH '$'
                    )
                ) AS object ON TRUE
                LEFT JOIN JSON_TABLE(
                    IF(JSON_TYPE(source_value.value) = 'OBJECT', source_value.value, '{}'), '$.*' COLUMNS (
                        object_number FOR ORDINALITY,
                        value JSON PATH '$'
                    )
                ) AS attributes ON attributes.object_number = object.object_number
                LEFT JOIN JSON_TABLE(
                    COALESCE(attributes.value, '[]'), '$[*]' COLUMNS (
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
        IF COALESCE(v_source_name, v_object_name, v_attribute_name) IS NOT NULL THEN
            SELECT MIN(item.name) INTO v_name
            FROM (SELECT v_source_name AS name UNION ALL SELECT v_object_name UNION ALL SELECT v_attribute_name) AS item;
            CALL check_text(v_name, CONCAT('a name in ', p_parameter), 250, TRUE);
        END IF;
    END IF;
END//
DELIMITER ;
