-- delete_topic: deletes a lookup row that nothing uses. Of an actor, its name in an audit column is a use, too.
--
-- p_topic  actor, cluster, contact, dataset type, error type, extract status, process status, process type, source or
--          tool, in any case
-- p_name   name of the row
-- Returns: nothing.
-- Errors: PT011 invalid_argument, PT008 lookup_not_found, PT009 protected, PT010 in_use.
-- Tables: the topic's: actor_lkup, cluster_tracking_lkup, contact_lkup, dataset_type_lkup, error_type_lkup,
-- extract_status_lkup, process_status_lkup, process_type_lkup, source_lkup, tool_lkup; and those that refer to it.
CREATE OR REPLACE PROCEDURE delete_topic(p_topic VARCHAR, p_name VARCHAR)
COPY GRANTS
RETURNS VARCHAR
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_is_own BOOLEAN DEFAULT CURRENT_TRANSACTION() IS NULL;
    v_topic VARCHAR DEFAULT topic_text(p_topic);
    v_id NUMBER DEFAULT NULL;
    v_table VARCHAR DEFAULT NULL;
    v_refusal VARCHAR DEFAULT NULL;
BEGIN
    v_refusal := topic_refusal(p_topic, p_name, NULL, NULL, NULL, NULL, NULL);
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;

    IF (v_is_own) THEN
        BEGIN TRANSACTION;
    END IF;
    UPDATE system_lkup SET system_value = system_value WHERE system_key = 'version';

    CALL topic_id_of(:v_topic, :p_name, TRUE) INTO :v_id;
    -- Foreign keys are not enforced: the tables themselves say whether it is in use, and nobody else writes now.
    CALL topic_table_of(:v_topic, :v_id) INTO :v_table;
    IF (v_table IS NULL AND v_topic = 'actor') THEN
        CALL audit_table_of(:v_id) INTO :v_table;
    END IF;
    IF (v_table IS NOT NULL) THEN
        v_refusal := 'PT010: ' || v_topic || ' "' || p_name || '" is in use, by rows of the table ' || v_table
            || '; it cannot be deleted while they name it';
        CALL raise_error(:v_refusal);
    END IF;
    CASE (v_topic)
        WHEN 'actor' THEN
            DELETE FROM actor_lkup WHERE actor_id = :v_id;
        WHEN 'cluster' THEN
            DELETE FROM cluster_tracking_lkup WHERE cluster_id = :v_id;
        WHEN 'contact' THEN
            DELETE FROM contact_lkup WHERE contact_id = :v_id;
        WHEN 'dataset type' THEN
            DELETE FROM dataset_type_lkup WHERE dataset_type_id = :v_id;
        WHEN 'error type' THEN
            DELETE FROM error_type_lkup WHERE error_type_id = :v_id;
        WHEN 'extract status' THEN
            DELETE FROM extract_status_lkup WHERE extract_status_id = :v_id;
        WHEN 'process status' THEN
            DELETE FROM process_status_lkup WHERE process_status_id = :v_id;
        WHEN 'process type' THEN
            DELETE FROM process_type_lkup WHERE process_type_id = :v_id;
        WHEN 'source' THEN
            DELETE FROM source_lkup WHERE source_id = :v_id;
        WHEN 'tool' THEN
            DELETE FROM tool_lkup WHERE tool_id = :v_id;
    END CASE;

    IF (v_is_own) THEN
        COMMIT;
    END IF;
EXCEPTION
    WHEN OTHER THEN
        IF (v_is_own) THEN
            ROLLBACK;
        END IF;
        RAISE;
END;
$$;
