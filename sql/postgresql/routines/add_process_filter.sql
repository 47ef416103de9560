-- add_process_filter: adds a filter to a process.
--
-- p_process_name                  the process
-- p_source_name                   the source
-- p_source_object_name            the source object
-- p_source_object_attribute_name  the attribute that is compared
-- p_filter_type_code              code of the comparison: eq, lt, gt, lte, gte, not, lke, in
-- p_filter_value_string           what a string attribute is compared with
-- p_filter_value_numeric          what a numeric attribute is compared with; exactly one of the two values is needed
-- Returns: nothing.
-- Errors: PT011 invalid_argument, PT014 process_not_found, PT008 lookup_not_found, PT013 duplicate.
-- Tables: actor_lkup, process, source_lkup, source_object_lkup, source_object_attribute_lkup, filter_type_lkup,
-- process_filter.
CREATE OR REPLACE FUNCTION add_process_filter(
    p_process_name text,
    p_source_name text,
    p_source_object_name text,
    p_source_object_attribute_name text,
    p_filter_type_code text,
    p_filter_value_string text DEFAULT NULL,
    p_filter_value_numeric numeric DEFAULT NULL
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT
AS $$
DECLARE
    v_process_id integer := process_id_of(p_process_name);
    v_attribute_id integer := attribute_id_of(p_source_name, p_source_object_name, p_source_object_attribute_name);
    v_filter_type_id integer := filter_type_id_of(p_filter_type_code);
    v_actor_id integer := actor_id_of();
BEGIN
    IF num_nonnulls(p_filter_value_string, p_filter_value_numeric) <> 1 THEN
        RAISE EXCEPTION 'PT011: filter_value_string is % and filter_value_numeric is %; give one of the two',
            coalesce('"' || p_filter_value_string || '"', 'missing'), coalesce(p_filter_value_numeric::text, 'missing')
            USING ERRCODE = 'PT011';
    ELSIF length(p_filter_value_string) > 250 THEN
        PERFORM check_text(p_filter_value_string, 'filter_value_string', 250);
    END IF;
    PERFORM check_number(p_filter_value_numeric, 'filter_value_numeric');
    INSERT INTO process_filter (
        process_id, source_object_attribute_id, filter_type_id, filter_value_string, filter_value_numeric, created_by,
        updated_by
    )
    VALUES (
        v_process_id, v_attribute_id, v_filter_type_id, p_filter_value_string, p_filter_value_numeric, v_actor_id,
        v_actor_id
    )
    ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'PT013: process "%" has a filter of type "%" on "%" already; remove it first to change its value',
            p_process_name, p_filter_type_code, p_source_object_attribute_name
            USING ERRCODE = 'PT013';
    END IF;
END;
$$;
