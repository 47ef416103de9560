-- status_name: the name that a status goes by. Internal.
--
-- p_status  status as the caller gave it
-- Returns: the preloaded name for its two known synonyms, else the status itself. Errors: none. Tables: none.
CREATE OR REPLACE FUNCTION status_name(p_status VARCHAR)
RETURNS VARCHAR
LANGUAGE SQL
IMMUTABLE
AS
$$
    CASE p_status WHEN 'complete' THEN 'completed' WHEN 'initialized' THEN 'initializing' ELSE p_status END
$$;
