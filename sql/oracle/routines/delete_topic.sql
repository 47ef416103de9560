-- delete_topic: deletes a lookup row that nothing uses. Of an actor, its name in an audit column is a use, too.
--
-- p_topic  actor, cluster, contact, dataset type, error type, extract status, process status, process type, source or
--          tool, in any case
-- p_name   name of the row
-- Returns: nothing.
-- Errors: PT011 invalid_argument, PT008 lookup_not_found, PT009 protected, PT010 in_use.
-- Tables: the topic's: actor_lkup, cluster_tracking_lkup, contact_lkup, dataset_type_lkup, error_type_lkup,
-- extract_status_lkup, process_status_lkup, process_type_lkup, source_lkup, tool_lkup; and those that refer to it.
CREATE OR REPLACE PROCEDURE delete_topic(p_topic IN VARCHAR2, p_name IN VARCHAR2)
AUTHID DEFINER
IS
    v_topic VARCHAR2(20);
    v_id NUMBER;
    v_is_used BOOLEAN := FALSE;
    v_table VARCHAR2(128);
    e_child_found EXCEPTION;
    PRAGMA EXCEPTION_INIT(e_child_found, -2292);
BEGIN
    SAVEPOINT ptdb_call;
    v_topic := check_topic(p_topic, p_name);
    v_id := check_topic_row(v_topic, p_name);
    BEGIN
        -- The foreign keys say whether it is in use, which is exact while others use it.
        CASE v_topic
            WHEN 'actor' THEN
                DELETE FROM actor_lkup WHERE actor_id = v_id;
            WHEN 'cluster' THEN
                DELETE FROM cluster_tracking_lkup WHERE cluster_id = v_id;
            WHEN 'contact' THEN
                DELETE FROM contact_lkup WHERE contact_id = v_id;
            WHEN 'dataset type' THEN
                DELETE FROM dataset_type_lkup WHERE dataset_type_id = v_id;
            WHEN 'error type' THEN
                DELETE FROM error_type_lkup WHERE error_type_id = v_id;
            WHEN 'extract status' THEN
                DELETE FROM extract_status_lkup WHERE extract_status_id = v_id;
            WHEN 'process status' THEN
                DELETE FROM process_status_lkup WHERE process_status_id = v_id;
            WHEN 'process type' THEN
                DELETE FROM process_type_lkup WHERE process_type_id = v_id;
            WHEN 'source' THEN
                DELETE FROM source_lkup WHERE source_id = v_id;
            WHEN 'tool' THEN
                DELETE FROM tool_lkup WHERE tool_id = v_id;
        END CASE;
    EXCEPTION
        WHEN e_child_found THEN
            v_is_used := TRUE;
    END;
    IF v_is_used THEN
        v_table := topic_table_of(v_topic, v_id);
    ELSIF v_topic = 'actor' THEN
        v_table := audit_table_of(v_id);
    END IF;
    IF v_is_used OR v_table IS NOT NULL THEN
        raise_error(
            'PT010: % "%" is in use, by rows of %; it cannot be deleted while they name it',
            v_topic, p_name, CASE WHEN v_table IS NULL THEN 'another table' ELSE 'the table ' || v_table END
        );
    END IF;
EXCEPTION
    WHEN OTHERS THEN
        ROLLBACK TO SAVEPOINT ptdb_call;
        RAISE;
END delete_topic;
/
