-- process_refusal: why a process is refused: there is none of the name. Internal.
--
-- p_process_id    the key that was found; NULL: none
-- p_process_name  the name that was looked for
-- Returns: the message for raise_error, PT014 process_not_found; NULL when there is one. Tables: none.
CREATE OR REPLACE FUNCTION process_refusal(p_process_id NUMBER, p_process_name VARCHAR)
RETURNS VARCHAR
LANGUAGE SQL
IMMUTABLE
AS
$$
    CASE
        WHEN p_process_id IS NULL
            THEN 'PT014: there is no process "' || p_process_name
                || '"; a process is registered by its first start_process_run'
    END
$$;
