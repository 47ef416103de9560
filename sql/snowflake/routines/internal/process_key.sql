-- process_key: the key of a process that is given by its key, its name, or both. Internal.
--
-- p_process_id, p_process_name  the process; one of the two is needed, both must mean the same when both are given
-- Returns: process_id. Errors: PT011 invalid_argument, PT014 process_not_found. Tables: process.
CREATE OR REPLACE PROCEDURE process_key(p_process_id NUMBER, p_process_name VARCHAR)
RETURNS NUMBER
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_id NUMBER DEFAULT NULL;
    v_refusal VARCHAR DEFAULT NULL;
BEGIN
    v_refusal := CASE
        WHEN p_process_id IS NULL AND p_process_name IS NULL
            THEN 'PT011: process_id and process_name are missing; give one of them'
        WHEN p_process_id IS NULL THEN text_refusal(p_process_name, 'process_name', 250, TRUE)
    END;
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;
    SELECT p.process_id
    INTO :v_id
    FROM process AS p
    WHERE (:p_process_id IS NULL OR p.process_id = :p_process_id)
        AND (:p_process_name IS NULL OR p.process_name = :p_process_name);
    v_refusal := CASE
        WHEN p_process_id IS NULL THEN process_refusal(v_id, p_process_name)
        WHEN v_id IS NULL
            THEN 'PT014: there is no process with the process_id ' || p_process_id
                || COALESCE(' and the name "' || p_process_name || '"', '')
                || '; a process is registered by its first start_process_run'
    END;
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;
    RETURN v_id;
END;
$$;
