-- topic_refusal: why a call that administers lookups is refused, as far as its topic and fields tell. Internal.
--
-- p_topic    the topic as the caller gave it, in any case
-- p_name     name of the row
-- p_email    e-mail address; for a contact
-- p_max_memory, p_memory_unit, p_max_processing, p_processing_unit  capacity; for a cluster
-- Returns: the message for raise_error, PT011 invalid_argument; NULL when they are fine. Tables: none.
CREATE OR REPLACE FUNCTION topic_refusal(
    p_topic VARCHAR,
    p_name VARCHAR,
    p_email VARCHAR,
    p_max_memory NUMBER,
    p_memory_unit VARCHAR,
    p_max_processing NUMBER,
    p_processing_unit VARCHAR
)
RETURNS VARCHAR
LANGUAGE SQL
IMMUTABLE
AS
$$
    COALESCE(
        text_refusal(p_topic, 'topic', NULL, TRUE),
        IFF(
            topic_text(p_topic) IN (
                'actor', 'cluster', 'contact', 'dataset type', 'error type', 'extract status', 'process status',
                'process type', 'source', 'tool'
            ),
            NULL,
            'PT011: topic is "' || p_topic || '"; give actor, cluster, contact, dataset type, error type, '
            || 'extract status, process status, process type, source or tool'
        ),
        text_refusal(p_name, 'name', IFF(topic_text(p_topic) LIKE '% status', 75, 250), TRUE),
        CASE
            WHEN topic_text(p_topic) <> 'contact' AND p_email IS NOT NULL
                THEN 'PT011: email is "' || p_email || '", but the topic is ' || topic_text(p_topic)
                    || '; only a contact has an e-mail address'
            WHEN topic_text(p_topic) <> 'cluster' AND COALESCE(
                p_max_memory::VARCHAR, p_memory_unit, p_max_processing::VARCHAR, p_processing_unit
            ) IS NOT NULL
                THEN 'PT011: memory or processing is given, but the topic is ' || topic_text(p_topic)
                    || '; only a cluster has them'
            WHEN p_max_memory < 0 OR p_max_processing < 0
                THEN 'PT011: max_memory is ' || COALESCE(p_max_memory::VARCHAR, 'not given')
                    || ' and max_processing is ' || COALESCE(p_max_processing::VARCHAR, 'not given')
                    || '; give 0 or more, or leave them out'
        END,
        text_refusal(p_email, 'email', 750, FALSE),
        text_refusal(p_memory_unit, 'memory_unit', 2, FALSE),
        text_refusal(p_processing_unit, 'processing_unit', 3, FALSE)
    )
$$;
