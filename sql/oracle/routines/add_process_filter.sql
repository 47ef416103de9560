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
CREATE OR REPLACE PROCEDURE add_process_filter(
    p_process_name IN VARCHAR2,
    p_source_name IN VARCHAR2,
    p_source_object_name IN VARCHAR2,
    p_source_object_attribute_name IN VARCHAR2,
    p_filter_type_code IN VARCHAR2,
    p_filter_value_string IN VARCHAR2 DEFAULT NULL,
    p_filter_value_numeric IN NUMBER DEFAULT NULL
)
AUTHID DEFINER
IS
    v_process_id process.process_id%TYPE;
    v_attribute_id source_object_attribute_lkup.source_object_attribute_id%TYPE;
    v_filter_type_id filter_type_lkup.filter_type_id%TYPE;
    v_actor_id actor_lkup.actor_id%TYPE;
BEGIN
    SAVEPOINT ptdb_call;
    v_process_id := process_id_of(p_process_name);
    v_attribute_id := attribute_id_of(p_source_name, p_source_object_name, p_source_object_attribute_name);
    v_filter_type_id := filter_type_id_of(p_filter_type_code);
    v_actor_id := actor_id_of();
    IF p_filter_value_string IS NULL AND p_filter_value_numeric IS NULL
        OR p_filter_value_string IS NOT NULL AND p_filter_value_numeric IS NOT NULL THEN
        raise_error(
            'PT011: filter_value_string is % and filter_value_numeric is %; give one of the two',
            CASE WHEN p_filter_value_string IS NULL THEN 'missing' ELSE '"' || p_filter_value_string || '"' END,
            COALESCE(TO_CHAR(p_filter_value_numeric), 'missing')
        );
    ELSIF LENGTH(p_filter_value_string) > 250 THEN
        check_text(p_filter_value_string, 'filter_value_string', 250);
    END IF;
    BEGIN
        INSERT INTO process_filter (
            process_id, source_object_attribute_id, filter_type_id, filter_value_string, filter_value_numeric,
            created_by, updated_by
        )
        VALUES (
            v_process_id, v_attribute_id, v_filter_type_id, p_filter_value_string, p_filter_value_numeric, v_actor_id,
            v_actor_id
        );
    EXCEPTION
        WHEN DUP_VAL_ON_INDEX THEN
            raise_error(
                'PT013: process "%" has a filter of type "%" on "%" already; remove it first to change its value',
                p_process_name, p_filter_type_code, p_source_object_attribute_name
            );
    END;
EXCEPTION
    WHEN OTHERS THEN
        ROLLBACK TO SAVEPOINT ptdb_call;
        RAISE;
END add_process_filter;
/
