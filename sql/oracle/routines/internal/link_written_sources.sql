-- link_written_sources: links sources to a process that writes them, at every grain named. Internal.
--
-- p_process_id  the process, its row locked, so that nobody else links anything to it
-- p_leaves      JSON array, as parse_sources returns it, all of it registered
-- p_actor_id    who says so
-- Errors: none. Tables: process_target, process_target_object, process_target_object_attribute, source_lkup,
-- source_object_lkup, source_object_attribute_lkup.
CREATE OR REPLACE PROCEDURE link_written_sources(p_process_id IN NUMBER, p_leaves IN CLOB, p_actor_id IN NUMBER)
AUTHID DEFINER
IS
BEGIN
    INSERT INTO process_target (process_id, target_source_id, created_by, updated_by)
    SELECT DISTINCT p_process_id, s.source_id, p_actor_id, p_actor_id
    FROM JSON_TABLE(p_leaves, '$[*]' COLUMNS (source_name VARCHAR2(4000) PATH '$.s')) leaf
    INNER JOIN source_lkup s ON leaf.source_name = s.source_name
    WHERE NOT EXISTS (
        SELECT 1
        FROM process_target l
        WHERE l.process_id = p_process_id AND l.target_source_id = s.source_id
    );

    INSERT INTO process_target_object (process_id, target_object_id, created_by, updated_by)
    SELECT DISTINCT p_process_id, o.source_object_id, p_actor_id, p_actor_id
    FROM JSON_TABLE(
        p_leaves, '$[*]' COLUMNS (
            source_name VARCHAR2(4000) PATH '$.s',
            object_name VARCHAR2(4000) PATH '$.o'
        )
    ) leaf
    INNER JOIN source_lkup s ON leaf.source_name = s.source_name
    INNER JOIN source_object_lkup o ON s.source_id = o.source_id AND leaf.object_name = o.source_object_name
    WHERE NOT EXISTS (
        SELECT 1
        FROM process_target_object l
        WHERE l.process_id = p_process_id AND l.target_object_id = o.source_object_id
    );

    INSERT INTO process_target_object_attribute (process_id, target_object_attribute_id, created_by, updated_by)
    SELECT DISTINCT p_process_id, a.source_object_attribute_id, p_actor_id, p_actor_id
    FROM JSON_TABLE(
        p_leaves, '$[*]' COLUMNS (
            source_name VARCHAR2(4000) PATH '$.s',
            object_name VARCHAR2(4000) PATH '$.o',
            attribute_name VARCHAR2(4000) PATH '$.a'
        )
    ) leaf
    INNER JOIN source_lkup s ON leaf.source_name = s.source_name
    INNER JOIN source_object_lkup o ON s.source_id = o.source_id AND leaf.object_name = o.source_object_name
    INNER JOIN source_object_attribute_lkup a
        ON o.source_object_id = a.source_object_id AND leaf.attribute_name = a.source_object_attribute_name
    WHERE NOT EXISTS (
        SELECT 1
        FROM process_target_object_attribute l
        WHERE l.process_id = p_process_id AND l.target_object_attribute_id = a.source_object_attribute_id
    );
END link_written_sources;
/
