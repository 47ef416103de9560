-- topic_text: a topic as the routines know it. Internal.
--
-- p_topic  the topic as the caller gave it, in any case
-- Returns: it in lower case. Errors: none. Tables: none.
CREATE OR REPLACE FUNCTION topic_text(p_topic VARCHAR)
RETURNS VARCHAR
LANGUAGE SQL
IMMUTABLE
AS
$$
    LOWER(TRIM(REPLACE(p_topic, '_', ' ')))
$$;
