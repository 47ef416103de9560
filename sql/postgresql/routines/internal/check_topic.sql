-- check_topic: the topic and the fields of a call that administers lookups, checked. Internal.
--
-- p_topic    the topic as the caller gave it, in any case
-- p_name     name of the row
-- p_email    e-mail address; for a contact
-- p_max_memory, p_memory_unit, p_max_processing, p_processing_unit  capacity; for a cluster
-- Returns: the topic in lower case. Errors: PT011 invalid_argument. Tables: none.
CREATE OR REPLACE FUNCTION check_topic(
    p_topic text,
    p_name text,
    p_email text DEFAULT NULL,
    p_max_memory integer DEFAULT NULL,
    p_memory_unit text DEFAULT NULL,
    p_max_processing integer DEFAULT NULL,
    p_processing_unit text DEFAULT NULL
) RETURNS text
LANGUAGE plpgsql IMMUTABLE
AS $$
DECLARE
    v_topic text := lower(btrim(translate(p_topic, '_', ' ')));
BEGIN
    PERFORM check_text(p_topic, 'topic', NULL);
    IF v_topic NOT IN (
        'actor', 'cluster', 'contact', 'dataset type', 'error type', 'extract status', 'process status', 'process type',
        'source', 'tool'
    ) THEN
        RAISE EXCEPTION 'PT011: topic is "%"; give actor, cluster, contact, dataset type, error type, extract status, process status, process type, source or tool',
            p_topic
            USING ERRCODE = 'PT011';
    END IF;
    PERFORM check_text(p_name, 'name', CASE WHEN v_topic LIKE '% status' THEN 75 ELSE 250 END);
    IF v_topic <> 'contact' AND p_email IS NOT NULL THEN
        RAISE EXCEPTION 'PT011: email is "%", but the topic is %; only a contact has an e-mail address', p_email, v_topic
            USING ERRCODE = 'PT011';
    ELSIF v_topic <> 'cluster' AND num_nonnulls(p_max_memory, p_memory_unit, p_max_processing, p_processing_unit) > 0 THEN
        RAISE EXCEPTION 'PT011: memory or processing is given, but the topic is %; only a cluster has them', v_topic
            USING ERRCODE = 'PT011';
    ELSIF least(p_max_memory, p_max_processing) < 0 THEN
        RAISE EXCEPTION 'PT011: max_memory is % and max_processing is %; give 0 or more, or leave them out',
            coalesce(p_max_memory::text, 'not given'), coalesce(p_max_processing::text, 'not given')
            USING ERRCODE = 'PT011';
    END IF;
    PERFORM
        check_text(p_email, 'email', 750, false),
        check_text(p_memory_unit, 'memory_unit', 2, false),
        check_text(p_processing_unit, 'processing_unit', 3, false);
    RETURN v_topic;
END;
$$;
