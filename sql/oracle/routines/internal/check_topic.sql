-- check_topic: the topic and the fields of a call that administers lookups, checked. Internal.
--
-- p_topic    the topic as the caller gave it, in any case
-- p_name     name of the row
-- p_email    e-mail address; for a contact
-- p_max_memory, p_memory_unit, p_max_processing, p_processing_unit  capacity; for a cluster
-- Returns: the topic in lower case. Errors: PT011 invalid_argument. Tables: none.
CREATE OR REPLACE FUNCTION check_topic(
    p_topic IN VARCHAR2,
    p_name IN VARCHAR2,
    p_email IN VARCHAR2 DEFAULT NULL,
    p_max_memory IN NUMBER DEFAULT NULL,
    p_memory_unit IN VARCHAR2 DEFAULT NULL,
    p_max_processing IN NUMBER DEFAULT NULL,
    p_processing_unit IN VARCHAR2 DEFAULT NULL
) RETURN VARCHAR2
AUTHID DEFINER
IS
    v_topic VARCHAR2(32767) := LOWER(TRIM(REPLACE(p_topic, '_', ' ')));
BEGIN
    check_text(p_topic, 'topic', NULL);
    IF v_topic IS NULL
        OR v_topic NOT IN (
            'actor', 'cluster', 'contact', 'dataset type', 'error type', 'extract status', 'process status',
            'process type', 'source', 'tool'
        ) THEN
        raise_error(
            'PT011: topic is "%"; give actor, cluster, contact, dataset type, error type, extract status, process status, process type, source or tool',
            p_topic
        );
    END IF;
    check_text(p_name, 'name', CASE WHEN v_topic LIKE '% status' THEN 75 ELSE 250 END);
    IF v_topic <> 'contact' AND p_email IS NOT NULL THEN
        raise_error('PT011: email is "%", but the topic is %; only a contact has an e-mail address', p_email, v_topic);
    ELSIF v_topic <> 'cluster' AND (
        p_max_memory IS NOT NULL OR p_memory_unit IS NOT NULL
        OR p_max_processing IS NOT NULL OR p_processing_unit IS NOT NULL
    ) THEN
        raise_error('PT011: memory or processing is given, but the topic is %; only a cluster has them', v_topic);
    ELSIF p_max_memory < 0 OR p_max_processing < 0 THEN
        raise_error(
            'PT011: max_memory is % and max_processing is %; give 0 or more, or leave them out',
            COALESCE(TO_CHAR(p_max_memory), 'not given'), COALESCE(TO_CHAR(p_max_processing), 'not given')
        );
    END IF;
    check_text(p_email, 'email', 750, FALSE);
    check_text(p_memory_unit, 'memory_unit', 2, FALSE);
    check_text(p_processing_unit, 'processing_unit', 3, FALSE);
    RETURN v_topic;
END check_topic;
/
