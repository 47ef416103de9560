-- process_id_of: the key of a process that must exist. Internal.
--
-- p_process_name  the process, its name checked
-- Returns: process_id. Errors: PT014 process_not_found. Tables: process.
CREATE OR REPLACE PROCEDURE process_id_of(p_process_name VARCHAR)
RETURNS NUMBER
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_id NUMBER DEFAULT NULL;
    v_refusal VARCHAR DEFAULT NULL;
BEGIN
    SELECT process_id INTO :v_id FROM process WHERE process_name = :p_process_name;
    IF (v_id IS NULL) THEN
        v_refusal := 'PT014: there is no process "' || p_process_name
            || '"; a process is registered by its first start_process_run';
        CALL raise_error(:v_refusal);
    END IF;
    RETURN v_id;
END;
$$;
