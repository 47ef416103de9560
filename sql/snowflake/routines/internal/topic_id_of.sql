-- topic_id_of: the key of a lookup row. Internal.
--
-- p_topic       the topic, as topic_text returns it
-- p_name        name of the row, as the caller gave it
-- p_is_changed  whether the row shall be changed: one that does not exist or is preloaded is refused then
-- Returns: its key; NULL when there is none. Errors: PT008 lookup_not_found, PT009 protected.
-- Tables: actor_lkup, cluster_tracking_lkup, contact_lkup, dataset_type_lkup, error_type_lkup, extract_status_lkup,
-- process_status_lkup, process_type_lkup, source_lkup, tool_lkup.
CREATE OR REPLACE PROCEDURE topic_id_of(p_topic VARCHAR, p_name VARCHAR, p_is_changed BOOLEAN)
RETURNS NUMBER
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_name VARCHAR DEFAULT IFF(p_topic LIKE '% status', status_name(p_name), p_name);
    v_id NUMBER DEFAULT NULL;
    v_creator NUMBER DEFAULT NULL;
    v_refusal VARCHAR DEFAULT NULL;
BEGIN
    -- One statement, of which one part reads: the topic is a constant to the others.
    SELECT MAX(t.topic_id), MAX(t.created_by)
    INTO :v_id, :v_creator
    FROM (
        SELECT actor_id AS topic_id, created_by
        FROM actor_lkup
        WHERE :p_topic = 'actor' AND actor_name = :v_name
        UNION ALL
        SELECT cluster_id, created_by
        FROM cluster_tracking_lkup
        WHERE :p_topic = 'cluster' AND cluster_name = :v_name
        UNION ALL
        SELECT contact_id, created_by
        FROM contact_lkup
        WHERE :p_topic = 'contact' AND contact_name = :v_name
        UNION ALL
        SELECT dataset_type_id, created_by
        FROM dataset_type_lkup
        WHERE :p_topic = 'dataset type' AND dataset_type = :v_name
        UNION ALL
        SELECT error_type_id, created_by
        FROM error_type_lkup
        WHERE :p_topic = 'error type' AND error_type_name = :v_name
        UNION ALL
        SELECT extract_status_id, created_by
        FROM extract_status_lkup
        WHERE :p_topic = 'extract status' AND extract_status_name = :v_name
        UNION ALL
        SELECT process_status_id, created_by
        FROM process_status_lkup
        WHERE :p_topic = 'process status' AND process_status_name = :v_name
        UNION ALL
        SELECT process_type_id, created_by
        FROM process_type_lkup
        WHERE :p_topic = 'process type' AND process_type_name = :v_name
        UNION ALL
        SELECT source_id, created_by
        FROM source_lkup
        WHERE :p_topic = 'source' AND source_name = :v_name
        UNION ALL
        SELECT tool_id, created_by
        FROM tool_lkup
        WHERE :p_topic = 'tool' AND tool_name = :v_name
    ) AS t;
    IF (p_is_changed AND v_id IS NULL) THEN
        v_refusal := 'PT008: there is no ' || p_topic || ' of the name "' || p_name
            || '"; check the spelling, case included';
    ELSEIF (p_is_changed AND v_creator = 0) THEN
        v_refusal := 'PT009: the ' || p_topic || ' "' || p_name
            || '" was preloaded by the installation and is protected; add one of your own instead';
    END IF;
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;
    RETURN v_id;
END;
$$;
