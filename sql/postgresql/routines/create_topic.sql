-- create_topic: adds a lookup row.
--
-- p_topic            actor, cluster, contact, dataset type, error type, extract status, process status, process type,
--                    source or tool, in any case
-- p_name             name of the new row
-- p_email            e-mail address; for a contact
-- p_max_memory       most memory, in p_memory_unit (MB, GB, TB); for a cluster
-- p_memory_unit      unit of p_max_memory
-- p_max_processing   most processing power, in p_processing_unit (Ghz, CPU, DPU); for a cluster
-- p_processing_unit  unit of p_max_processing
-- Returns: nothing. Errors: PT011 invalid_argument, PT013 duplicate.
-- Tables: actor_lkup, and the topic's: cluster_tracking_lkup, contact_lkup, dataset_type_lkup, error_type_lkup,
-- extract_status_lkup, process_status_lkup, process_type_lkup, source_lkup, tool_lkup.
CREATE OR REPLACE FUNCTION create_topic(
    p_topic text,
    p_name text,
    p_email text DEFAULT NULL,
    p_max_memory integer DEFAULT NULL,
    p_memory_unit text DEFAULT NULL,
    p_max_processing integer DEFAULT NULL,
    p_processing_unit text DEFAULT NULL
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT
AS $$
DECLARE
    v_topic text := check_topic(
        p_topic, p_name, p_email, p_max_memory, p_memory_unit, p_max_processing, p_processing_unit
    );
    v_actor_id integer := actor_id_of();
    v_number integer;
BEGIN
    CASE v_topic
        WHEN 'actor' THEN
            INSERT INTO actor_lkup (actor_name, created_by, updated_by)
            VALUES (p_name, v_actor_id, v_actor_id)
            ON CONFLICT DO NOTHING;
        WHEN 'cluster' THEN
            INSERT INTO cluster_tracking_lkup (
                cluster_name, cluster_max_memory, cluster_max_memory_unit, cluster_max_processing,
                cluster_max_processing_unit, created_by, updated_by
            )
            VALUES (
                p_name, p_max_memory, p_memory_unit, p_max_processing, p_processing_unit, v_actor_id, v_actor_id
            )
            ON CONFLICT DO NOTHING;
        WHEN 'contact' THEN
            INSERT INTO contact_lkup (contact_name, contact_email, created_by, updated_by)
            VALUES (p_name, p_email, v_actor_id, v_actor_id)
            ON CONFLICT DO NOTHING;
        WHEN 'dataset type' THEN
            INSERT INTO dataset_type_lkup (dataset_type, created_by, updated_by)
            VALUES (p_name, v_actor_id, v_actor_id)
            ON CONFLICT DO NOTHING;
        WHEN 'error type' THEN
            INSERT INTO error_type_lkup (error_type_name, created_by, updated_by)
            VALUES (p_name, v_actor_id, v_actor_id)
            ON CONFLICT DO NOTHING;
        WHEN 'extract status' THEN
            INSERT INTO extract_status_lkup (extract_status_name, created_by, updated_by)
            VALUES (status_name(p_name), v_actor_id, v_actor_id)
            ON CONFLICT DO NOTHING;
        WHEN 'process status' THEN
            INSERT INTO process_status_lkup (process_status_name, created_by, updated_by)
            VALUES (status_name(p_name), v_actor_id, v_actor_id)
            ON CONFLICT DO NOTHING;
        WHEN 'process type' THEN
            INSERT INTO process_type_lkup (process_type_name, created_by, updated_by)
            VALUES (p_name, v_actor_id, v_actor_id)
            ON CONFLICT DO NOTHING;
        WHEN 'source' THEN
            INSERT INTO source_lkup (source_name, created_by, updated_by)
            VALUES (p_name, v_actor_id, v_actor_id)
            ON CONFLICT DO NOTHING;
        WHEN 'tool' THEN
            INSERT INTO tool_lkup (tool_name, created_by, updated_by)
            VALUES (p_name, v_actor_id, v_actor_id)
            ON CONFLICT DO NOTHING;
    END CASE;
    GET DIAGNOSTICS v_number = ROW_COUNT;
    IF v_number = 0 THEN
        RAISE EXCEPTION 'PT013: % "%" cannot be added: there is one of the name already%; give another name',
            v_topic, p_name, coalesce(', or of the email "' || p_email || '"', '')
            USING ERRCODE = 'PT013';
    END IF;
END;
$$;
