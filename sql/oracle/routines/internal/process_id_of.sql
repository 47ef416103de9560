-- process_id_of: the key of a process that must exist. Internal.
--
-- p_process_name  the process
-- p_parameter     name of the parameter, for the message
-- Returns: process_id. Errors: PT011 invalid_argument, PT014 process_not_found. Tables: process.
CREATE OR REPLACE FUNCTION process_id_of(
    p_process_name IN VARCHAR2,
    p_parameter IN VARCHAR2 DEFAULT 'process_name'
) RETURN NUMBER
AUTHID DEFINER
IS
    v_id process.process_id%TYPE;
BEGIN
    check_text(p_process_name, p_parameter, 250);
    SELECT MAX(process_id) INTO v_id FROM process WHERE process_name = p_process_name;
    IF v_id IS NULL THEN
        raise_error(
            'PT014: there is no process "%"; a process is registered by its first start_process_run', p_process_name
        );
    END IF;
    RETURN v_id;
END process_id_of;
/
