-- delete_topic: deletes a lookup row that nothing uses. Of an actor, its name in an audit column is a use, too.
--
-- p_topic  actor, cluster, contact, dataset type, error type, extract status, process status, process type, source or
--          tool, in any case
-- p_name   name of the row
-- Returns: nothing.
-- Errors: PT011 invalid_argument, PT008 lookup_not_found, PT009 protected, PT010 in_use.
-- Tables: the topic's: actor_lkup, cluster_tracking_lkup, contact_lkup, dataset_type_lkup, error_type_lkup,
-- extract_status_lkup, process_status_lkup, process_type_lkup, source_lkup, tool_lkup; and those that refer to it.
CREATE OR REPLACE FUNCTION delete_topic(p_topic text, p_name text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT
AS $$
DECLARE
    v_topic text := check_topic(p_topic, p_name);
    v_actor_id integer;
    v_table text;
BEGIN
    PERFORM check_topic_row(v_topic, p_name);
    CASE v_topic
        WHEN 'actor' THEN
            DELETE FROM actor_lkup WHERE actor_name = p_name RETURNING actor_id INTO v_actor_id;
            v_table := audit_table_of(v_actor_id);
            IF v_table IS NOT NULL THEN
                RAISE foreign_key_violation USING TABLE = v_table;
            END IF;
        WHEN 'cluster' THEN
            DELETE FROM cluster_tracking_lkup WHERE cluster_name = p_name;
        WHEN 'contact' THEN
            DELETE FROM contact_lkup WHERE contact_name = p_name;
        WHEN 'dataset type' THEN
            DELETE FROM dataset_type_lkup WHERE dataset_type = p_name;
        WHEN 'error type' THEN
            DELETE FROM error_type_lkup WHERE error_type_name = p_name;
        WHEN 'extract status' THEN
            DELETE FROM extract_status_lkup WHERE extract_status_name = status_name(p_name);
        WHEN 'process status' THEN
            DELETE FROM process_status_lkup WHERE process_status_name = status_name(p_name);
        WHEN 'process type' THEN
            DELETE FROM process_type_lkup WHERE process_type_name = p_name;
        WHEN 'source' THEN
            DELETE FROM source_lkup WHERE source_name = p_name;
        WHEN 'tool' THEN
            DELETE FROM tool_lkup WHERE tool_name = p_name;
    END CASE;
EXCEPTION
    WHEN foreign_key_violation THEN
        GET STACKED DIAGNOSTICS v_table = TABLE_NAME;
        RAISE EXCEPTION 'PT010: % "%" is in use, by rows of the table %; it cannot be deleted while they name it',
            v_topic, p_name, v_table
            USING ERRCODE = 'PT010';
END;
$$;
