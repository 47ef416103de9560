-- check_loading: refuses to load extracts before those that they depend on. Internal.
--
-- p_extract_ids  JSON array of the extracts, the store locked
-- Errors: PT007 extract_dependency_blocked.
-- Tables: extract_dependency, dependency_type_lkup, extract_tracking, extract_status_lkup.
CREATE OR REPLACE PROCEDURE check_loading(p_extract_ids VARCHAR)
RETURNS VARCHAR
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_names VARCHAR DEFAULT NULL;
    v_refusal VARCHAR DEFAULT NULL;
BEGIN
    SELECT
        LISTAGG(
            '"' || child.extract_filename || '" waits for "' || parent.extract_filename || '" ('
            || s.extract_status_name || ')',
            ', '
        ) WITHIN GROUP (ORDER BY d.child_extract_id, d.parent_extract_id)
    INTO :v_names
    FROM TABLE(FLATTEN(input => PARSE_JSON(:p_extract_ids))) AS f
    INNER JOIN extract_dependency AS d ON d.child_extract_id = f.value::NUMBER
    INNER JOIN dependency_type_lkup AS dt ON dt.dependency_type_id = d.dependency_type_id
    INNER JOIN extract_tracking AS child ON child.extract_id = d.child_extract_id
    INNER JOIN extract_tracking AS parent ON parent.extract_id = d.parent_extract_id
    INNER JOIN extract_status_lkup AS s ON s.extract_status_id = parent.extract_status_id
    LEFT JOIN (
        SELECT b.value::NUMBER AS extract_id FROM TABLE(FLATTEN(input => PARSE_JSON(:p_extract_ids))) AS b
    ) AS batch ON batch.extract_id = d.parent_extract_id
    WHERE dt.dependency_type_name <> 'Soft'
        AND (s.extract_status_name NOT IN ('loaded', 'archived', 'deleted') OR batch.extract_id IS NOT NULL);
    -- LISTAGG of nothing is the empty text in Snowflake.
    IF (v_names <> '') THEN
        v_refusal := 'PT007: extracts may not be loaded before those they depend on: ' || LEFT(v_names, 1000)
            || '; load the parents first, in a call of their own';
        CALL raise_error(:v_refusal);
    END IF;
END;
$$;
