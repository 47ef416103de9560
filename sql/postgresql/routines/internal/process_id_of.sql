-- process_id_of: the key of a process that must exist. Internal.
--
-- p_process_name  the process
-- p_parameter     name of the parameter, for the message
-- Returns: process_id. Errors: PT011 invalid_argument, PT014 process_not_found. Tables: process.
CREATE OR REPLACE FUNCTION process_id_of(p_process_name text, p_parameter text DEFAULT 'process_name') RETURNS integer
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    v_process_id integer;
BEGIN
    PERFORM check_text(p_process_name, p_parameter, 250);
    SELECT process_id INTO v_process_id FROM process WHERE process_name = p_process_name;
    IF v_process_id IS NULL THEN
        RAISE EXCEPTION 'PT014: there is no process "%"; a process is registered by its first start_process_run',
            p_process_name
            USING ERRCODE = 'PT014';
    END IF;
    RETURN v_process_id;
END;
$$;
