-- remove_process_filter: takes a filter off a process.
--
-- p_process_name                  the process
-- p_source_name                   the source
-- p_source_object_name            the source object
-- p_source_object_attribute_name  the attribute that is compared
-- p_filter_type_code              code of the comparison: eq, lt, gt, lte, gte, not, lke, in
-- Returns: nothing. Errors: PT011 invalid_argument, PT014 process_not_found, PT008 lookup_not_found.
-- Tables: process, source_lkup, source_object_lkup, source_object_attribute_lkup, filter_type_lkup, process_filter.
CREATE OR REPLACE PROCEDURE remove_process_filter(
    p_process_name IN VARCHAR2,
    p_source_name IN VARCHAR2,
    p_source_object_name IN VARCHAR2,
    p_source_object_attribute_name IN VARCHAR2,
    p_filter_type_code IN VARCHAR2
)
AUTHID DEFINER
IS
    v_process_id process.process_id%TYPE;
    v_attribute_id source_object_attribute_lkup.source_object_attribute_id%TYPE;
    v_filter_type_id filter_type_lkup.filter_type_id%TYPE;
BEGIN
    SAVEPOINT ptdb_call;
    v_process_id := process_id_of(p_process_name);
    v_attribute_id := attribute_id_of(p_source_name, p_source_object_name, p_source_object_attribute_name);
    v_filter_type_id := filter_type_id_of(p_filter_type_code);
    DELETE FROM process_filter
    WHERE process_id = v_process_id
        AND source_object_attribute_id = v_attribute_id
        AND filter_type_id = v_filter_type_id;
    IF SQL%ROWCOUNT = 0 THEN
        raise_error(
            'PT008: process "%" has no filter of type "%" on "%"; nothing is to be removed',
            p_process_name, p_filter_type_code, p_source_object_attribute_name
        );
    END IF;
EXCEPTION
    WHEN OTHERS THEN
        ROLLBACK TO SAVEPOINT ptdb_call;
        RAISE;
END remove_process_filter;
/
