-- register_sources: adds what is new among sources, their objects and attributes. Internal.
--
-- p_leaves    JSON array, as parse_sources returns it
-- p_actor_id  who adds them
-- Errors: none. Tables: source_lkup, source_object_lkup, source_object_attribute_lkup.
-- Each level is inserted at once and in name order, so that two calls that add the same names wait for, but never
-- block, one another. The one that waited finds its statement refused and undone, and looks again.
CREATE OR REPLACE PROCEDURE register_sources(p_leaves IN CLOB, p_actor_id IN NUMBER)
AUTHID DEFINER
IS
BEGIN
    FOR v_attempt IN 1 .. 10 LOOP
        BEGIN
            INSERT INTO source_lkup (source_name, created_by, updated_by)
            SELECT item.source_name, p_actor_id, p_actor_id
            FROM (
                SELECT DISTINCT leaf.source_name
                FROM JSON_TABLE(p_leaves, '$[*]' COLUMNS (source_name VARCHAR2(4000) PATH '$.s')) leaf
            ) item
            WHERE NOT EXISTS (SELECT 1 FROM source_lkup s WHERE s.source_name = item.source_name)
            ORDER BY NLSSORT(item.source_name, 'NLS_SORT=BINARY');

            INSERT INTO source_object_lkup (source_id, source_object_name, created_by, updated_by)
            SELECT item.source_id, item.object_name, p_actor_id, p_actor_id
            FROM (
                SELECT DISTINCT s.source_id, leaf.object_name
                FROM JSON_TABLE(
                    p_leaves, '$[*]' COLUMNS (
                        source_name VARCHAR2(4000) PATH '$.s',
                        object_name VARCHAR2(4000) PATH '$.o'
                    )
                ) leaf
                INNER JOIN source_lkup s ON leaf.source_name = s.source_name
                WHERE leaf.object_name IS NOT NULL
            ) item
            WHERE NOT EXISTS (
                SELECT 1
                FROM source_object_lkup o
                WHERE o.source_id = item.source_id AND o.source_object_name = item.object_name
            )
            ORDER BY item.source_id, NLSSORT(item.object_name, 'NLS_SORT=BINARY');

            INSERT INTO source_object_attribute_lkup (
                source_object_id, source_object_attribute_name, created_by, updated_by
            )
            SELECT item.source_object_id, item.attribute_name, p_actor_id, p_actor_id
            FROM (
                SELECT DISTINCT o.source_object_id, leaf.attribute_name
                FROM JSON_TABLE(
                    p_leaves, '$[*]' COLUMNS (
                        source_name VARCHAR2(4000) PATH '$.s',
                        object_name VARCHAR2(4000) PATH '$.o',
                        attribute_name VARCHAR2(4000) PATH '$.a'
                    )
                ) leaf
                INNER JOIN source_lkup s ON leaf.source_name = s.source_name
                INNER JOIN source_object_lkup o ON s.source_id = o.source_id AND leaf.object_name = o.source_object_name
                WHERE leaf.attribute_name IS NOT NULL
            ) item
            WHERE NOT EXISTS (
                SELECT 1
                FROM source_object_attribute_lkup a
                WHERE a.source_object_id = item.source_object_id
                    AND a.source_object_attribute_name = item.attribute_name
            )
            ORDER BY item.source_object_id, NLSSORT(item.attribute_name, 'NLS_SORT=BINARY');
            RETURN;
        EXCEPTION
            WHEN DUP_VAL_ON_INDEX THEN
                IF v_attempt = 10 THEN
                    RAISE;
                END IF;
        END;
    END LOOP;
END register_sources;
/
