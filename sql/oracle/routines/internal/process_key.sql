-- process_key: the key of a process that is given by its key, its name, or both. Internal.
--
-- p_process_id, p_process_name  the process; one of the two is needed, both must mean the same when both are given
-- Returns: process_id. Errors: PT011 invalid_argument, PT014 process_not_found. Tables: process.
CREATE OR REPLACE FUNCTION process_key(p_process_id IN NUMBER, p_process_name IN VARCHAR2) RETURN NUMBER
AUTHID DEFINER
IS
    v_id process.process_id%TYPE;
BEGIN
    IF p_process_id IS NULL AND p_process_name IS NULL THEN
        raise_error('PT011: process_id and process_name are missing; give one of them');
    ELSIF p_process_id IS NULL THEN
        RETURN process_id_of(p_process_name);
    END IF;
    SELECT MAX(process_id) INTO v_id
    FROM process
    WHERE process_id = p_process_id AND (p_process_name IS NULL OR process_name = p_process_name);
    IF v_id IS NULL THEN
        raise_error(
            'PT014: there is no process with the process_id %; a process is registered by its first start_process_run',
            p_process_id || CASE WHEN p_process_name IS NOT NULL THEN ' and the name "' || p_process_name || '"' END
        );
    END IF;
    RETURN v_id;
END process_key;
/
