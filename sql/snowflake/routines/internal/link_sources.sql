-- link_sources: registers the sources and targets of a process and links them to it, at every grain named. Internal.
--
-- p_process_id          the process, the store locked
-- p_sources, p_targets  JSON: ["S"], {"S": ["object"]} or {"S": {"object": ["attribute"]}}, each source at its own
--                       grain; NULL: none
-- p_actor_id            who says so
-- Returns: whether anything was new. Errors: PT011 invalid_argument.
-- Tables: source_lkup, source_object_lkup, source_object_attribute_lkup, process_source, process_source_object,
-- process_source_object_attribute, process_target, process_target_object, process_target_object_attribute.
CREATE OR REPLACE PROCEDURE link_sources(
    p_process_id NUMBER, p_sources VARCHAR, p_targets VARCHAR, p_actor_id NUMBER
)
RETURNS BOOLEAN
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_read VARCHAR DEFAULT '[]';
    v_written VARCHAR DEFAULT '[]';
    v_number_new NUMBER DEFAULT NULL;
    v_items VARCHAR DEFAULT NULL;
BEGIN
    IF (p_sources IS NOT NULL) THEN
        CALL parse_sources(:p_sources, 'sources') INTO :v_read;
    END IF;
    IF (p_targets IS NOT NULL) THEN
        CALL parse_sources(:p_targets, 'targets') INTO :v_written;
    END IF;
    -- Most starts name what the process is linked to already, and are done with this one look.
    SELECT
        COUNT_IF(
            CASE
                WHEN item.attribute_name IS NOT NULL
                    THEN COALESCE(read_attribute.process_id, written_attribute.process_id)
                WHEN item.object_name IS NOT NULL THEN COALESCE(read_object.process_id, written_object.process_id)
                ELSE COALESCE(read_source.process_id, written_source.process_id)
            END IS NULL
        ),
        TO_JSON(ARRAY_AGG(OBJECT_CONSTRUCT(
            't', item.is_target, 's', item.source_name, 'o', item.object_name, 'a', item.attribute_name
        )))
    INTO :v_number_new, :v_items
    FROM (
        SELECT
            FALSE AS is_target,
            f.value:s::VARCHAR AS source_name,
            f.value:o::VARCHAR AS object_name,
            f.value:a::VARCHAR AS attribute_name
        FROM TABLE(FLATTEN(input => PARSE_JSON(:v_read))) AS f
        UNION ALL
        SELECT TRUE, f.value:s::VARCHAR, f.value:o::VARCHAR, f.value:a::VARCHAR
        FROM TABLE(FLATTEN(input => PARSE_JSON(:v_written))) AS f
    ) AS item
    LEFT JOIN source_lkup AS s ON s.source_name = item.source_name
    LEFT JOIN source_object_lkup AS o ON o.source_id = s.source_id AND o.source_object_name = item.object_name
    LEFT JOIN source_object_attribute_lkup AS a
        ON a.source_object_id = o.source_object_id AND a.source_object_attribute_name = item.attribute_name
    LEFT JOIN process_source AS read_source
        ON
            read_source.process_id = :p_process_id
            AND read_source.source_id = s.source_id
            AND NOT item.is_target
    LEFT JOIN process_source_object AS read_object
        ON
            read_object.process_id = :p_process_id
            AND read_object.source_object_id = o.source_object_id
            AND NOT item.is_target
    LEFT JOIN process_source_object_attribute AS read_attribute
        ON
            read_attribute.process_id = :p_process_id
            AND read_attribute.source_object_attribute_id = a.source_object_attribute_id
            AND NOT item.is_target
    LEFT JOIN process_target AS written_source
        ON
            written_source.process_id = :p_process_id
            AND written_source.target_source_id = s.source_id
            AND item.is_target
    LEFT JOIN process_target_object AS written_object
        ON
            written_object.process_id = :p_process_id
            AND written_object.target_object_id = o.source_object_id
            AND item.is_target
    LEFT JOIN process_target_object_attribute AS written_attribute
        ON
            written_attribute.process_id = :p_process_id
            AND written_attribute.target_object_attribute_id = a.source_object_attribute_id
            AND item.is_target;
    IF (v_number_new = 0) THEN
        RETURN FALSE;
    END IF;

    MERGE INTO source_lkup AS known
    USING (
        SELECT DISTINCT f.value:s::VARCHAR AS source_name FROM TABLE(FLATTEN(input => PARSE_JSON(:v_items))) AS f
    ) AS given
        ON known.source_name = given.source_name
    WHEN NOT MATCHED THEN INSERT (source_name, created_by, updated_by)
        VALUES (given.source_name, :p_actor_id, :p_actor_id);
    MERGE INTO source_object_lkup AS known
    USING (
        SELECT DISTINCT s.source_id, f.value:o::VARCHAR AS source_object_name
        FROM TABLE(FLATTEN(input => PARSE_JSON(:v_items))) AS f
        INNER JOIN source_lkup AS s ON s.source_name = f.value:s::VARCHAR
        WHERE f.value:o::VARCHAR IS NOT NULL
    ) AS given
        ON known.source_id = given.source_id AND known.source_object_name = given.source_object_name
    WHEN NOT MATCHED THEN INSERT (source_id, source_object_name, created_by, updated_by)
        VALUES (given.source_id, given.source_object_name, :p_actor_id, :p_actor_id);
    MERGE INTO source_object_attribute_lkup AS known
    USING (
        SELECT DISTINCT o.source_object_id, f.value:a::VARCHAR AS source_object_attribute_name
        FROM TABLE(FLATTEN(input => PARSE_JSON(:v_items))) AS f
        INNER JOIN source_lkup AS s ON s.source_name = f.value:s::VARCHAR
        INNER JOIN source_object_lkup AS o
            ON o.source_id = s.source_id AND o.source_object_name = f.value:o::VARCHAR
        WHERE f.value:a::VARCHAR IS NOT NULL
    ) AS given
        ON
            known.source_object_id = given.source_object_id
            AND known.source_object_attribute_name = given.source_object_attribute_name
    WHEN NOT MATCHED THEN INSERT (source_object_id, source_object_attribute_name, created_by, updated_by)
        VALUES (given.source_object_id, given.source_object_attribute_name, :p_actor_id, :p_actor_id);

    MERGE INTO process_source AS known
    USING (
        SELECT DISTINCT s.source_id
        FROM TABLE(FLATTEN(input => PARSE_JSON(:v_items))) AS f
        INNER JOIN source_lkup AS s ON s.source_name = f.value:s::VARCHAR
        WHERE NOT f.value:t::BOOLEAN
    ) AS given
        ON known.process_id = :p_process_id AND known.source_id = given.source_id
    WHEN NOT MATCHED THEN INSERT (process_id, source_id, created_by, updated_by)
        VALUES (:p_process_id, given.source_id, :p_actor_id, :p_actor_id);
    MERGE INTO process_source_object AS known
    USING (
        SELECT DISTINCT o.source_object_id
        FROM TABLE(FLATTEN(input => PARSE_JSON(:v_items))) AS f
        INNER JOIN source_lkup AS s ON s.source_name = f.value:s::VARCHAR
        INNER JOIN source_object_lkup AS o
            ON o.source_id = s.source_id AND o.source_object_name = f.value:o::VARCHAR
        WHERE NOT f.value:t::BOOLEAN
    ) AS given
        ON known.process_id = :p_process_id AND known.source_object_id = given.source_object_id
    WHEN NOT MATCHED THEN INSERT (process_id, source_object_id, created_by, updated_by)
        VALUES (:p_process_id, given.source_object_id, :p_actor_id, :p_actor_id);
    MERGE INTO process_source_object_attribute AS known
    USING (
        SELECT DISTINCT a.source_object_attribute_id
        FROM TABLE(FLATTEN(input => PARSE_JSON(:v_items))) AS f
        INNER JOIN source_lkup AS s ON s.source_name = f.value:s::VARCHAR
        INNER JOIN source_object_lkup AS o
            ON o.source_id = s.source_id AND o.source_object_name = f.value:o::VARCHAR
        INNER JOIN source_object_attribute_lkup AS a
            ON a.source_object_id = o.source_object_id AND a.source_object_attribute_name = f.value:a::VARCHAR
        WHERE NOT f.value:t::BOOLEAN
    ) AS given
        ON known.process_id = :p_process_id AND known.source_object_attribute_id = given.source_object_attribute_id
    WHEN NOT MATCHED THEN INSERT (process_id, source_object_attribute_id, created_by, updated_by)
        VALUES (:p_process_id, given.source_object_attribute_id, :p_actor_id, :p_actor_id);
    MERGE INTO process_target AS known
    USING (
        SELECT DISTINCT s.source_id
        FROM TABLE(FLATTEN(input => PARSE_JSON(:v_items))) AS f
        INNER JOIN source_lkup AS s ON s.source_name = f.value:s::VARCHAR
        WHERE f.value:t::BOOLEAN
    ) AS given
        ON known.process_id = :p_process_id AND known.target_source_id = given.source_id
    WHEN NOT MATCHED THEN INSERT (process_id, target_source_id, created_by, updated_by)
        VALUES (:p_process_id, given.source_id, :p_actor_id, :p_actor_id);
    MERGE INTO process_target_object AS known
    USING (
        SELECT DISTINCT o.source_object_id
        FROM TABLE(FLATTEN(input => PARSE_JSON(:v_items))) AS f
        INNER JOIN source_lkup AS s ON s.source_name = f.value:s::VARCHAR
        INNER JOIN source_object_lkup AS o
            ON o.source_id = s.source_id AND o.source_object_name = f.value:o::VARCHAR
        WHERE f.value:t::BOOLEAN
    ) AS given
        ON known.process_id = :p_process_id AND known.target_object_id = given.source_object_id
    WHEN NOT MATCHED THEN INSERT (process_id, target_object_id, created_by, updated_by)
        VALUES (:p_process_id, given.source_object_id, :p_actor_id, :p_actor_id);
    MERGE INTO process_target_object_attribute AS known
    USING (
        SELECT DISTINCT a.source_object_attribute_id
        FROM TABLE(FLATTEN(input => PARSE_JSON(:v_items))) AS f
        INNER JOIN source_lkup AS s ON s.source_name = f.value:s::VARCHAR
        INNER JOIN source_object_lkup AS o
            ON o.source_id = s.source_id AND o.source_object_name = f.value:o::VARCHAR
        INNER JOIN source_object_attribute_lkup AS a
            ON a.source_object_id = o.source_object_id AND a.source_object_attribute_name = f.value:a::VARCHAR
        WHERE f.value:t::BOOLEAN
    ) AS given
        ON known.process_id = :p_process_id AND known.target_object_attribute_id = given.source_object_attribute_id
    WHEN NOT MATCHED THEN INSERT (process_id, target_object_attribute_id, created_by, updated_by)
        VALUES (:p_process_id, given.source_object_attribute_id, :p_actor_id, :p_actor_id);
    RETURN TRUE;
END;
$$;
