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
CREATE OR REPLACE PROCEDURE set_source_object_attribute(
    p_source_name VARCHAR,
    p_source_object_name VARCHAR,
    p_source_object_attribute_name VARCHAR,
    p_attribute_path VARCHAR DEFAULT NULL,
    p_data_type VARCHAR DEFAULT NULL,
    p_data_length NUMBER DEFAULT NULL,
    p_data_decimal NUMBER DEFAULT NULL,
    p_default_value_string VARCHAR DEFAULT NULL,
    p_default_value_number NUMBER(38, 10) DEFAULT NULL,
    p_is_pii BOOLEAN DEFAULT NULL,
    p_is_key BOOLEAN DEFAULT NULL,
    p_is_filter BOOLEAN DEFAULT NULL,
    p_is_partition BOOLEAN DEFAULT NULL
)
COPY GRANTS
RETURNS VARCHAR
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_is_own BOOLEAN DEFAULT CURRENT_TRANSACTION() IS NULL;
    v_attribute_id NUMBER DEFAULT NULL;
    v_actor_id NUMBER DEFAULT NULL;
    v_data_type_id NUMBER DEFAULT NULL;
    v_refusal VARCHAR DEFAULT NULL;
BEGIN
    v_refusal := COALESCE(
        text_refusal(p_source_name, 'source_name', 250, TRUE),
        text_refusal(p_source_object_name, 'source_object_name', 250, TRUE),
        text_refusal(p_source_object_attribute_name, 'source_object_attribute_name', 250, TRUE),
        IFF(
            p_data_length < 0 OR p_data_decimal < 0,
            'PT011: data_length is ' || COALESCE(p_data_length::VARCHAR, 'not given') || ' and data_decimal is '
            || COALESCE(p_data_decimal::VARCHAR, 'not given') || '; give 0 or more, or leave them out',
            NULL
        ),
        text_refusal(p_attribute_path, 'attribute_path', 750, FALSE),
        text_refusal(p_data_type, 'data_type', 75, FALSE),
        IFF(
            LENGTH(p_default_value_string) > 250,
            text_refusal(p_default_value_string, 'default_value_string', 250, TRUE),
            NULL
        )
    );
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;

    IF (v_is_own) THEN
        BEGIN TRANSACTION;
    END IF;
    UPDATE system_lkup SET system_value = system_value WHERE system_key = 'version';

    CALL attribute_id_of(:p_source_name, :p_source_object_name, :p_source_object_attribute_name) INTO :v_attribute_id;
    CALL actor_id_of(NULL) INTO :v_actor_id;
    IF (p_data_type IS NOT NULL) THEN
        CALL data_type_id_of(:p_data_type, :v_actor_id) INTO :v_data_type_id;
    END IF;
    UPDATE source_object_attribute_lkup
    SET
        attribute_path = COALESCE(:p_attribute_path, attribute_path),
        data_type_id = COALESCE(:v_data_type_id, data_type_id),
        data_length = COALESCE(:p_data_length, data_length),
        data_decimal = COALESCE(:p_data_decimal, data_decimal),
        default_value_string = COALESCE(:p_default_value_string, default_value_string),
        default_value_number = COALESCE(:p_default_value_number, default_value_number),
        is_pii = COALESCE(:p_is_pii, is_pii),
        is_key = COALESCE(:p_is_key, is_key),
        is_filter = COALESCE(:p_is_filter, is_filter),
        is_partition = COALESCE(:p_is_partition, is_partition),
        update_date_time = CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()),
        updated_by = :v_actor_id
    WHERE source_object_attribute_id = :v_attribute_id;

    IF (v_is_own) THEN
        COMMIT;
    END IF;
EXCEPTION
    WHEN OTHER THEN
        IF (v_is_own) THEN
            ROLLBACK;
        END IF;
        RAISE;
END;
$$;
