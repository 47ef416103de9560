-- sources_json: the sources or the targets of a process, with their objects and attributes, as one JSON array in name
-- order. Internal.
--
-- p_process_id  the process
-- p_is_target   TRUE: its targets; FALSE: its sources
-- Returns: [{source_id, source_name, source_objects: [{source_object_id, source_object_name,
-- source_object_attributes: [{source_object_attribute_id, source_object_attribute_name}]}]}]. Errors: none.
-- Tables: source_lkup, source_object_lkup, source_object_attribute_lkup, process_source, process_source_object,
-- process_source_object_attribute, process_target, process_target_object, process_target_object_attribute.
CREATE OR REPLACE PROCEDURE sources_json(p_process_id NUMBER, p_is_target BOOLEAN)
RETURNS VARCHAR
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_sources VARCHAR DEFAULT NULL;
BEGIN
    SELECT
        TO_JSON(
            ARRAY_AGG(
                OBJECT_CONSTRUCT(
                    'source_id', s.source_id,
                    'source_name', s.source_name,
                    'source_objects', COALESCE(object_list.objects, ARRAY_CONSTRUCT())
                )
            ) WITHIN GROUP (ORDER BY s.source_name)
        )
    INTO :v_sources
    FROM source_lkup AS s
    INNER JOIN (
        SELECT l.source_id FROM process_source AS l WHERE l.process_id = :p_process_id AND NOT :p_is_target
        UNION ALL
        SELECT l.target_source_id FROM process_target AS l WHERE l.process_id = :p_process_id AND :p_is_target
    ) AS linked ON linked.source_id = s.source_id
    LEFT JOIN (
        SELECT
            o.source_id,
            ARRAY_AGG(
                OBJECT_CONSTRUCT(
                    'source_object_id', o.source_object_id,
                    'source_object_name', o.source_object_name,
                    'source_object_attributes', COALESCE(attribute_list.attributes, ARRAY_CONSTRUCT())
                )
            ) WITHIN GROUP (ORDER BY o.source_object_name) AS objects
        FROM source_object_lkup AS o
        INNER JOIN (
            SELECT l.source_object_id
            FROM process_source_object AS l
            WHERE l.process_id = :p_process_id AND NOT :p_is_target
            UNION ALL
            SELECT l.target_object_id
            FROM process_target_object AS l
            WHERE l.process_id = :p_process_id AND :p_is_target
        ) AS linked_object ON linked_object.source_object_id = o.source_object_id
        LEFT JOIN (
            SELECT
                a.source_object_id,
                ARRAY_AGG(
                    OBJECT_CONSTRUCT(
                        'source_object_attribute_id', a.source_object_attribute_id,
                        'source_object_attribute_name', a.source_object_attribute_name
                    )
                ) WITHIN GROUP (ORDER BY a.source_object_attribute_name) AS attributes
            FROM source_object_attribute_lkup AS a
            INNER JOIN (
                SELECT l.source_object_attribute_id
                FROM process_source_object_attribute AS l
                WHERE l.process_id = :p_process_id AND NOT :p_is_target
                UNION ALL
                SELECT l.target_object_attribute_id
                FROM process_target_object_attribute AS l
                WHERE l.process_id = :p_process_id AND :p_is_target
            ) AS linked_attribute
                ON linked_attribute.source_object_attribute_id = a.source_object_attribute_id
            GROUP BY a.source_object_id
        ) AS attribute_list ON attribute_list.source_object_id = o.source_object_id
        GROUP BY o.source_id
    ) AS object_list ON object_list.source_id = s.source_id;
    RETURN v_sources;
END;
$$;
