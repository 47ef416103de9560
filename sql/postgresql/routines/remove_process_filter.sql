-- remove_process_filter: takes a filter off a process.
--
-- p_process_name                  the process
-- p_source_name                   the source
-- p_source_object_name            the source object
-- p_source_object_attribute_name  the attribute that is compared
-- p_filter_type_code              code of the comparison: eq, lt, gt, lte, gte, not, lke, in
-- Returns: nothing. Errors: PT011 invalid_argument, PT014 process_not_found, PT008 lookup_not_found.
-- Tables: process, source_lkup, source_object_lkup, source_object_attribute_lkup, filter_type_lkup, process_filter.
CREATE OR REPLACE FUNCTION remove_process_filter(
    p_process_name text,
    p_source_name text,
    p_source_object_name text,
    p_source_object_attribute_name text,
    p_filter_type_code text
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT
AS $$
DECLARE
    v_process_id integer := process_id_of(p_process_name);
    v_attribute_id integer := attribute_id_of(p_source_name, p_source_object_name, p_source_object_attribute_name);
    v_filter_type_id integer := filter_type_id_of(p_filter_type_code);
BEGIN
    DELETE FROM process_filter
    WHERE process_id = v_process_id
        AND source_object_attribute_id = v_attribute_id
        AND filter_type_id = v_filter_type_id;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'PT008: process "%" has no filter of type "%" on "%"; nothing is to be removed',
            p_process_name, p_filter_type_code, p_source_object_attribute_name
            USING ERRCODE = 'PT008';
    END IF;
END;
$$;
