-- check_topic_row: refuses to change a lookup row that does not exist or is preloaded. Internal.
--
-- p_topic  the topic, as check_topic returns it
-- p_name   name of the row, locked here
-- Errors: PT008 lookup_not_found, PT009 protected.
-- Tables: actor_lkup, cluster_tracking_lkup, contact_lkup, dataset_type_lkup, error_type_lkup, extract_status_lkup,
-- process_status_lkup, process_type_lkup, source_lkup, tool_lkup.
CREATE OR REPLACE FUNCTION check_topic_row(p_topic text, p_name text) RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
    v_creator integer;
BEGIN
    CASE p_topic
        WHEN 'actor' THEN
            SELECT created_by INTO v_creator FROM actor_lkup WHERE actor_name = p_name FOR UPDATE;
        WHEN 'cluster' THEN
            SELECT created_by INTO v_creator FROM cluster_tracking_lkup WHERE cluster_name = p_name FOR UPDATE;
        WHEN 'contact' THEN
            SELECT created_by INTO v_creator FROM contact_lkup WHERE contact_name = p_name FOR UPDATE;
        WHEN 'dataset type' THEN
            SELECT created_by INTO v_creator FROM dataset_type_lkup WHERE dataset_type = p_name FOR UPDATE;
        WHEN 'error type' THEN
            SELECT created_by INTO v_creator FROM error_type_lkup WHERE error_type_name = p_name FOR UPDATE;
        WHEN 'extract status' THEN
            SELECT created_by INTO v_creator FROM extract_status_lkup WHERE extract_status_name = status_name(p_name) FOR UPDATE;
        WHEN 'process status' THEN
            SELECT created_by INTO v_creator FROM process_status_lkup WHERE process_status_name = status_name(p_name) FOR UPDATE;
        WHEN 'process type' THEN
            SELECT created_by INTO v_creator FROM process_type_lkup WHERE process_type_name = p_name FOR UPDATE;
        WHEN 'source' THEN
            SELECT created_by INTO v_creator FROM source_lkup WHERE source_name = p_name FOR UPDATE;
        WHEN 'tool' THEN
            SELECT created_by INTO v_creator FROM tool_lkup WHERE tool_name = p_name FOR UPDATE;
    END CASE;
    IF v_creator IS NULL THEN
        RAISE EXCEPTION 'PT008: there is no % of the name "%"; check the spelling, case included', p_topic, p_name
            USING ERRCODE = 'PT008';
    ELSIF v_creator = 0 THEN
        RAISE EXCEPTION 'PT009: the % "%" was preloaded by the installation and is protected; add one of your own instead',
            p_topic, p_name
            USING ERRCODE = 'PT009';
    END IF;
END;
$$;
