-- set_source_object_attribute: sets what is known of an attribute; what is not given stays.
--
-- p_source_name                   the source
-- p_source_object_name            the source object
-- p_source_object_attribute_name  the attribute
-- p_attribute_path                path to it within the object, for sources such as JSON
-- p_data_type                     its data type; a new one is added
-- p_data_length, p_data_decimal   its length and decimal places, 0 or more
-- p_default_value_string, p_default_value_number  its default value
-- p_is_pii                        1: it is personally identifiable information; 0: it is not
-- p_is_key, p_is_filter, p_is_partition  1: it is part of the key, of finding changes, of the partitioning; 0: not so
-- Returns: nothing. Errors: PT011 invalid_argument, PT008 lookup_not_found.
-- Tables: actor_lkup, data_type_lkup, source_lkup, source_object_lkup, source_object_attribute_lkup.
CREATE OR REPLACE PROCEDURE set_source_object_attribute(
    p_source_name IN VARCHAR2,
    p_source_object_name IN VARCHAR2,
    p_source_object_attribute_name IN VARCHAR2,
    p_attribute_path IN VARCHAR2 DEFAULT NULL,
    p_data_type IN VARCHAR2 DEFAULT NULL,
    p_data_length IN NUMBER DEFAULT NULL,
    p_data_decimal IN NUMBER DEFAULT NULL,
    p_default_value_string IN VARCHAR2 DEFAULT NULL,
    p_default_value_number IN NUMBER DEFAULT NULL,
    p_is_pii IN NUMBER DEFAULT NULL,
    p_is_key IN NUMBER DEFAULT NULL,
    p_is_filter IN NUMBER DEFAULT NULL,
    p_is_partition IN NUMBER DEFAULT NULL
)
AUTHID DEFINER
IS
    v_attribute_id source_object_attribute_lkup.source_object_attribute_id%TYPE;
    v_actor_id actor_lkup.actor_id%TYPE;
    v_data_type_id data_type_lkup.data_type_id%TYPE;
    v_now TIMESTAMP WITH TIME ZONE;
BEGIN
    SAVEPOINT ptdb_call;
    v_attribute_id := attribute_id_of(p_source_name, p_source_object_name, p_source_object_attribute_name);
    v_actor_id := actor_id_of();
    IF p_data_length < 0 OR p_data_decimal < 0 THEN
        raise_error(
            'PT011: data_length is % and data_decimal is %; give 0 or more, or leave them out',
            COALESCE(TO_CHAR(p_data_length), 'not given'), COALESCE(TO_CHAR(p_data_decimal), 'not given')
        );
    END IF;
    check_text(p_attribute_path, 'attribute_path', 750, FALSE);
    IF LENGTH(p_default_value_string) > 250 THEN
        check_text(p_default_value_string, 'default_value_string', 250);
    END IF;
    IF p_data_type IS NOT NULL THEN
        v_data_type_id := data_type_id_of(p_data_type, v_actor_id);
    END IF;
    v_now := utc_now();
    UPDATE source_object_attribute_lkup
    SET
        attribute_path = COALESCE(p_attribute_path, attribute_path),
        data_type_id = COALESCE(v_data_type_id, data_type_id),
        data_length = COALESCE(p_data_length, data_length),
        data_decimal = COALESCE(p_data_decimal, data_decimal),
        default_value_string = COALESCE(p_default_value_string, default_value_string),
        default_value_number = COALESCE(p_default_value_number, default_value_number),
        is_pii = CASE WHEN p_is_pii <> 0 THEN 1 WHEN p_is_pii = 0 THEN 0 ELSE is_pii END,
        is_key = CASE WHEN p_is_key <> 0 THEN 1 WHEN p_is_key = 0 THEN 0 ELSE is_key END,
        is_filter = CASE WHEN p_is_filter <> 0 THEN 1 WHEN p_is_filter = 0 THEN 0 ELSE is_filter END,
        is_partition = CASE WHEN p_is_partition <> 0 THEN 1 WHEN p_is_partition = 0 THEN 0 ELSE is_partition END,
        update_date_time = v_now,
        updated_by = v_actor_id
    WHERE source_object_attribute_id = v_attribute_id;
EXCEPTION
    WHEN OTHERS THEN
        ROLLBACK TO SAVEPOINT ptdb_call;
        RAISE;
END set_source_object_attribute;
/
