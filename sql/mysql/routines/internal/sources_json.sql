-- sources_json: what a process reads or writes, with objects and attributes, as one JSON array in name order. Internal.
--
-- p_process_id  the process
-- p_is_target   FALSE: what it reads; TRUE: what it writes
-- Returns: p_json, [{source_id, source_name, source_objects: [{source_object_id, source_object_name,
-- source_object_attributes: [{source_object_attribute_id, source_object_attribute_name}]}]}]. Errors: none.
-- Tables: process_source, process_source_object, process_source_object_attribute, process_target,
-- process_target_object, process_target_object_attribute, source_lkup, source_object_lkup,
-- source_object_attribute_lkup.
DROP PROCEDURE IF EXISTS sources_json;
DELIMITER //
CREATE PROCEDURE sources_json(
    IN p_process_id INT,
    IN p_is_target BOOLEAN,
    OUT p_json LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
)
SQL SECURITY DEFINER
BEGIN
    /*M!100000 SET STATEMENT group_concat_max_len = 1073741824 FOR */
    SELECT /*+ SET_VAR(group_concat_max_len = 1073741824) */
        CONCAT(
            '[',
            COALESCE(
                GROUP_CONCAT(
                    '{"source_id": ', s.source_id, ', "source_name": ', JSON_QUOTE(s.source_name),
                    ', "source_objects": [', COALESCE(object.objects, ''), ']}' ORDER BY s.source_name
                ),
                ''
            ),
            ']'
        )
    INTO p_json
    FROM (
        SELECT source_id AS id FROM process_source WHERE NOT p_is_target AND process_id = p_process_id
        UNION ALL
        SELECT target_source_id FROM process_target WHERE p_is_target AND process_id = p_process_id
    ) AS linked
    INNER JOIN source_lkup AS s ON s.source_id = linked.id
    LEFT JOIN (
        SELECT
            o.source_id,
            GROUP_CONCAT(
                '{"source_object_id": ', o.source_object_id,
                ', "source_object_name": ', JSON_QUOTE(o.source_object_name),
                ', "source_object_attributes": [', COALESCE(attribute.attributes, ''), ']}'
                ORDER BY o.source_object_name
            ) AS objects
        FROM (
            SELECT source_object_id AS id FROM process_source_object WHERE NOT p_is_target AND process_id = p_process_id
            UNION ALL
            SELECT target_object_id FROM process_target_object WHERE p_is_target AND process_id = p_process_id
        ) AS linked_object
        INNER JOIN source_object_lkup AS o ON o.source_object_id = linked_object.id
        LEFT JOIN (
            SELECT
                a.source_object_id,
                GROUP_CONCAT(
                    '{"source_object_attribute_id": ', a.source_object_attribute_id,
                    ', "source_object_attribute_name": ', JSON_QUOTE(a.source_object_attribute_name), '}'
                    ORDER BY a.source_object_attribute_name
                ) AS attributes
            FROM (
                SELECT source_object_attribute_id AS id
                FROM process_source_object_attribute
                WHERE NOT p_is_target AND process_id = p_process_id
                UNION ALL
                SELECT target_object_attribute_id
                FROM process_target_object_attribute
                WHERE p_is_target AND process_id = p_process_id
            ) AS linked_attribute
            INNER JOIN source_object_attribute_lkup AS a ON a.source_object_attribute_id = linked_attribute.id
            GROUP BY a.source_object_id
        ) AS attribute ON attribute.source_object_id = o.source_object_id
        GROUP BY o.source_id
    ) AS object ON object.source_id = s.source_id;
END//
DELIMITER ;
