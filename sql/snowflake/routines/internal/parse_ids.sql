-- parse_ids: a JSON array of ids, each once. Internal.
--
-- p_text       JSON text such as [1, 2]
-- p_parameter  name of the parameter, for the message
-- Returns: JSON array of the ids. Errors: PT011 invalid_argument. Tables: none.
CREATE OR REPLACE PROCEDURE parse_ids(p_text VARCHAR, p_parameter VARCHAR)
RETURNS VARCHAR
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_is_list BOOLEAN DEFAULT json_kind(p_text) = 'ARRAY';
    v_other VARCHAR DEFAULT NULL;
    v_ids VARCHAR DEFAULT NULL;
    v_refusal VARCHAR DEFAULT NULL;
BEGIN
    IF (v_is_list) THEN
        -- Only digits are a whole number: TYPEOF tells 1.0 and 1e30 apart as it likes.
        SELECT
            COALESCE(BOOLAND_AGG(TYPEOF(f.value) IN ('INTEGER', 'DECIMAL', 'DOUBLE')), TRUE),
            MIN(IFF(
                TRY_CAST(REGEXP_SUBSTR(f.value::VARCHAR, '^-?[0-9]{1,19}$') AS NUMBER(38, 0))
                BETWEEN -9223372036854775808 AND 9223372036854775807,
                NULL,
                f.value::VARCHAR
            )),
            TO_JSON(ARRAY_AGG(
                DISTINCT TRY_CAST(REGEXP_SUBSTR(f.value::VARCHAR, '^-?[0-9]{1,19}$') AS NUMBER(38, 0))
            ))
        INTO :v_is_list, :v_other, :v_ids
        FROM TABLE(FLATTEN(input => PARSE_JSON(:p_text))) AS f;
    END IF;
    IF (NOT COALESCE(v_is_list, FALSE)) THEN
        v_refusal := 'PT011: ' || p_parameter || ' is ' || COALESCE(LEFT(p_text, 200), 'missing')
            || '; give a JSON array of ids, such as [1, 2]';
    ELSEIF (v_other IS NOT NULL) THEN
        v_refusal := 'PT011: ' || p_parameter || ' holds a number that is no id (' || LEFT(v_other, 200)
            || '); give a JSON array of ids, such as [1, 2]';
    END IF;
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;
    RETURN v_ids;
END;
$$;
