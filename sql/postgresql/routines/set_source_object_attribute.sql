-- set_source_object_attribute: sets what is known of an attribute; what is not given stays.
--
-- p_source_name                   the source
-- p_source_object_name            the source object
-- p_source_object_attribute_name  the attribute
-- p_attribute_path                path to it within the object, for sources such as JSON
-- p_data_type                     its data type; a new one is added
-- p_data_length, p_data_decimal   its length and decimal places, 0 or more
-- p_default_value_string, p_default_value_number  its default value
-- p_is_pii                        whether it is personally identifiable information
-- p_is_key, p_is_filter, p_is_partition  whether it is part of the key, of finding changes, of the partitioning
-- Returns: nothing. Errors: PT011 invalid_argument, PT008 lookup_not_found.
-- Tables: actor_lkup, data_type_lkup, source_lkup, source_object_lkup, source_object_attribute_lkup.
CREATE OR REPLACE FUNCTION set_source_object_attribute(
    p_source_name text,
    p_source_object_name text,
    p_source_object_attribute_name text,
    p_attribute_path text DEFAULT NULL,
    p_data_type text DEFAULT NULL,
    p_data_length integer DEFAULT NULL,
    p_data_decimal integer DEFAULT NULL,
    p_default_value_string text DEFAULT NULL,
    p_default_value_number numeric DEFAULT NULL,
    p_is_pii boolean DEFAULT NULL,
    p_is_key boolean DEFAULT NULL,
    p_is_filter boolean DEFAULT NULL,
    p_is_partition boolean DEFAULT NULL
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT
AS $$
DECLARE
    v_attribute_id integer := attribute_id_of(p_source_name, p_source_object_name, p_source_object_attribute_name);
    v_actor_id integer := actor_id_of();
    v_data_type_id integer;
BEGIN
    IF least(p_data_length, p_data_decimal) < 0 THEN
        RAISE EXCEPTION 'PT011: data_length is % and data_decimal is %; give 0 or more, or leave them out',
            coalesce(p_data_length::text, 'not given'), coalesce(p_data_decimal::text, 'not given')
            USING ERRCODE = 'PT011';
    END IF;
    PERFORM check_text(p_attribute_path, 'attribute_path', 750, false);
    IF length(p_default_value_string) > 250 THEN
        PERFORM check_text(p_default_value_string, 'default_value_string', 250);
    END IF;
    PERFORM check_number(p_default_value_number, 'default_value_number');
    IF p_data_type IS NOT NULL THEN
        v_data_type_id := data_type_id_of(p_data_type, v_actor_id);
    END IF;
    UPDATE source_object_attribute_lkup
    SET
        attribute_path = coalesce(p_attribute_path, attribute_path),
        data_type_id = coalesce(v_data_type_id, data_type_id),
        data_length = coalesce(p_data_length, data_length),
        data_decimal = coalesce(p_data_decimal, data_decimal),
        default_value_string = coalesce(p_default_value_string, default_value_string),
        default_value_number = coalesce(p_default_value_number, default_value_number),
        is_pii = coalesce(p_is_pii, is_pii),
        is_key = coalesce(p_is_key, is_key),
        is_filter = coalesce(p_is_filter, is_filter),
        is_partition = coalesce(p_is_partition, is_partition),
        update_date_time = clock_timestamp(),
        updated_by = v_actor_id
    WHERE source_object_attribute_id = v_attribute_id;
END;
$$;
