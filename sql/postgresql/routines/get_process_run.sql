-- get_process_run: returns one run with its process, names resolved.
--
-- p_process_tracking_id  the run
-- Returns: one row; times are instants, sources, targets and dataset_types are JSON arrays in name order.
-- Errors: PT011 invalid_argument, PT003 run_not_found.
-- Tables: v_process_run, process_source, process_source_object,
-- process_source_object_attribute, process_target, process_target_object, process_target_object_attribute, source_lkup,
-- source_object_lkup, source_object_attribute_lkup, process_dataset_type, dataset_type_lkup.
CREATE OR REPLACE FUNCTION get_process_run(p_process_tracking_id bigint)
RETURNS TABLE (
    process_tracking_id bigint,
    process_id integer,
    process_name character varying,
    process_type_id integer,
    process_type_name character varying,
    tool_id integer,
    tool_name character varying,
    schedule_frequency_name character varying,
    actor_id integer,
    actor_name character varying,
    process_run_id bigint,
    process_run_name character varying,
    process_status_id integer,
    process_status_name character varying,
    is_latest_run boolean,
    process_run_start_date_time timestamptz,
    process_run_end_date_time timestamptz,
    process_run_heartbeat_date_time timestamptz,
    process_run_low_date_time timestamptz,
    process_run_high_date_time timestamptz,
    process_run_record_count bigint,
    process_run_insert_count bigint,
    process_run_update_count bigint,
    process_run_delete_count bigint,
    process_run_reject_count bigint,
    parent_process_tracking_id bigint,
    total_record_count bigint,
    last_completed_run_date_time timestamptz,
    last_failed_run_date_time timestamptz,
    last_errored_run_date_time timestamptz,
    sources text,
    targets text,
    dataset_types text
)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT SET jit = off
AS $$
#variable_conflict use_column
BEGIN
    PERFORM check_id(p_process_tracking_id, 'process_tracking_id');
    RETURN QUERY
    SELECT
        r.process_tracking_id,
        r.process_id,
        r.process_name,
        r.process_type_id,
        r.process_type_name,
        r.tool_id,
        r.tool_name,
        r.schedule_frequency_name,
        r.actor_id,
        r.actor_name,
        r.process_run_id,
        r.process_run_name,
        r.process_status_id,
        r.process_status_name,
        r.is_latest_run,
        r.process_run_start_date_time,
        r.process_run_end_date_time,
        r.process_run_heartbeat_date_time,
        r.process_run_low_date_time,
        r.process_run_high_date_time,
        r.process_run_record_count,
        r.process_run_insert_count,
        r.process_run_update_count,
        r.process_run_delete_count,
        r.process_run_reject_count,
        r.parent_process_tracking_id,
        r.total_record_count,
        r.last_completed_run_date_time,
        r.last_failed_run_date_time,
        r.last_errored_run_date_time,
        sources_json(
            ARRAY(SELECT l.source_id FROM process_source AS l WHERE l.process_id = r.process_id),
            ARRAY(SELECT l.source_object_id FROM process_source_object AS l WHERE l.process_id = r.process_id),
            ARRAY(
                SELECT l.source_object_attribute_id
                FROM process_source_object_attribute AS l
                WHERE l.process_id = r.process_id
            )
        )::text,
        sources_json(
            ARRAY(SELECT l.target_source_id FROM process_target AS l WHERE l.process_id = r.process_id),
            ARRAY(SELECT l.target_object_id FROM process_target_object AS l WHERE l.process_id = r.process_id),
            ARRAY(
                SELECT l.target_object_attribute_id
                FROM process_target_object_attribute AS l
                WHERE l.process_id = r.process_id
            )
        )::text,
        (
            SELECT coalesce(jsonb_agg(d.dataset_type ORDER BY d.dataset_type), '[]')
            FROM process_dataset_type AS l
            INNER JOIN dataset_type_lkup AS d ON d.dataset_type_id = l.dataset_type_id
            WHERE l.process_id = r.process_id
        )::text
    FROM v_process_run AS r
    WHERE r.process_tracking_id = p_process_tracking_id;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'PT003: there is no run with the process_tracking_id %; give the one that start_process_run returned',
            p_process_tracking_id
            USING ERRCODE = 'PT003';
    END IF;
END;
$$;
