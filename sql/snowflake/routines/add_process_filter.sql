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
    p_process_name VARCHAR,
    p_source_name VARCHAR,
    p_source_object_name VARCHAR,
    p_source_object_attribute_name VARCHAR,
    p_filter_type_code VARCHAR,
    p_filter_value_string VARCHAR DEFAULT NULL,
    p_filter_value_numeric NUMBER(38, 10) DEFAULT NULL
)
COPY GRANTS
RETURNS VARCHAR
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_is_own BOOLEAN DEFAULT CURRENT_TRANSACTION() IS NULL;
    v_process_id NUMBER DEFAULT NULL;
    v_attribute_id NUMBER DEFAULT NULL;
    v_filter_type_id NUMBER DEFAULT NULL;
    v_filter_types VARCHAR DEFAULT NULL;
    v_actor_id NUMBER DEFAULT NULL;
    v_refusal VARCHAR DEFAULT NULL;
BEGIN
    v_refusal := COALESCE(
        text_refusal(p_process_name, 'process_name', 250, TRUE),
        text_refusal(p_source_name, 'source_name', 250, TRUE),
        text_refusal(p_source_object_name, 'source_object_name', 250, TRUE),
        text_refusal(p_source_object_attribute_name, 'source_object_attribute_name', 250, TRUE),
        text_refusal(p_filter_type_code, 'filter_type_code', NULL, TRUE),
        IFF(
            (p_filter_value_string IS NULL) = (p_filter_value_numeric IS NULL),
            'PT011: filter_value_string is ' || COALESCE('"' || p_filter_value_string || '"', 'missing')
            || ' and filter_value_numeric is ' || COALESCE(p_filter_value_numeric::VARCHAR, 'missing')
            || '; give one of the two',
            NULL
        ),
        IFF(
            LENGTH(p_filter_value_string) > 250,
            text_refusal(p_filter_value_string, 'filter_value_string', 250, TRUE),
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

    SELECT p.process_id INTO :v_process_id FROM process AS p WHERE p.process_name = :p_process_name;
    SELECT
        MAX(IFF(f.filter_type_code = :p_filter_type_code, f.filter_type_id, NULL)),
        LISTAGG(f.filter_type_code, ', ') WITHIN GROUP (ORDER BY f.filter_type_id)
    INTO :v_filter_type_id, :v_filter_types
    FROM filter_type_lkup AS f;
    v_refusal := COALESCE(
        process_refusal(v_process_id, p_process_name),
        lookup_refusal(v_filter_type_id, 'filter type', p_filter_type_code, v_filter_types)
    );
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;
    CALL attribute_id_of(:p_source_name, :p_source_object_name, :p_source_object_attribute_name) INTO :v_attribute_id;
    CALL actor_id_of(NULL) INTO :v_actor_id;
    MERGE INTO process_filter AS known
    USING (
        SELECT
            :v_process_id AS process_id,
            :v_attribute_id AS source_object_attribute_id,
            :v_filter_type_id AS filter_type_id
    ) AS given
        ON
            known.process_id = given.process_id
            AND known.source_object_attribute_id = given.source_object_attribute_id
            AND known.filter_type_id = given.filter_type_id
    WHEN NOT MATCHED THEN
        INSERT (
            process_id, source_object_attribute_id, filter_type_id, filter_value_string, filter_value_numeric,
            created_by, updated_by
        )
        VALUES (
            given.process_id, given.source_object_attribute_id, given.filter_type_id, :p_filter_value_string,
            :p_filter_value_numeric, :v_actor_id, :v_actor_id
        );
    IF (SQLROWCOUNT = 0) THEN
        v_refusal := 'PT013: process "' || p_process_name || '" has a filter of type "' || p_filter_type_code
            || '" on "' || p_source_object_attribute_name || '" already; remove it first to change its value';
        CALL raise_error(:v_refusal);
    END IF;

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
