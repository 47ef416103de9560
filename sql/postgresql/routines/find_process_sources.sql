-- find_process_sources: finds what a process reads, at the grain that was registered.
--
-- p_process_id, p_process_name  the process, by key or by name
-- Returns: a row for each leaf, in name order: source_id, source_name, source_object_id, source_object_name,
-- source_object_attribute_id, source_object_attribute_name; what is finer than the registered grain is NULL.
-- Errors: PT011 invalid_argument, PT014 process_not_found.
-- Tables: process, process_source, process_source_object, process_source_object_attribute, source_lkup,
-- source_object_lkup, source_object_attribute_lkup.
CREATE OR REPLACE FUNCTION find_process_sources(p_process_id integer DEFAULT NULL, p_process_name text DEFAULT NULL)
RETURNS TABLE (
    source_id integer,
    source_name character varying,
    source_object_id integer,
    source_object_name character varying,
    source_object_attribute_id integer,
    source_object_attribute_name character varying
)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT SET jit = off
AS $$
#variable_conflict use_column
DECLARE
    v_process_id integer := process_key(p_process_id, p_process_name);
BEGIN
    RETURN QUERY
    SELECT
        s.source_id, s.source_name, o.source_object_id, o.source_object_name, a.source_object_attribute_id,
        a.source_object_attribute_name
    FROM process_source AS l
    INNER JOIN source_lkup AS s ON s.source_id = l.source_id
    LEFT JOIN (
        process_source_object AS lo INNER JOIN source_object_lkup AS o ON o.source_object_id = lo.source_object_id
    ) ON lo.process_id = l.process_id AND o.source_id = l.source_id
    LEFT JOIN (
        process_source_object_attribute AS la
        INNER JOIN source_object_attribute_lkup AS a ON a.source_object_attribute_id = la.source_object_attribute_id
    ) ON la.process_id = l.process_id AND a.source_object_id = o.source_object_id
    WHERE l.process_id = v_process_id
    ORDER BY 2, 4 NULLS FIRST, 6 NULLS FIRST;
END;
$$;
