-- set_process_run_record_count: sets how many records a run processed, and keeps the process's total their sum.
--
-- p_process_tracking_id  the run
-- p_num_records          number of records; it replaces what was reported before
-- p_processing_type      insert, update, delete or reject: that count is replaced, and the run's count becomes the sum
--                        of insert, update and delete; default: the run's count itself
-- Returns: nothing. Errors: PT011 invalid_argument, PT003 run_not_found, PT017 process_on_hold.
-- Tables: process, process_tracking.
CREATE OR REPLACE FUNCTION set_process_run_record_count(
    p_process_tracking_id bigint,
    p_num_records bigint,
    p_processing_type text DEFAULT NULL
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT
AS $$
DECLARE
    v_run process_tracking;
    v_before bigint;
    v_count numeric;
    v_total numeric;
BEGIN
    PERFORM check_count(p_num_records, 'num_records');
    IF p_processing_type NOT IN ('insert', 'update', 'delete', 'reject') THEN
        RAISE EXCEPTION 'PT011: processing_type is "%"; give insert, update, delete or reject, or leave it out',
            p_processing_type
            USING ERRCODE = 'PT011';
    END IF;
    v_run := lock_run(p_process_tracking_id, 'process');
    v_before := v_run.process_run_record_count;
    CASE p_processing_type
        WHEN 'insert' THEN v_run.process_run_insert_count := p_num_records;
        WHEN 'update' THEN v_run.process_run_update_count := p_num_records;
        WHEN 'delete' THEN v_run.process_run_delete_count := p_num_records;
        WHEN 'reject' THEN v_run.process_run_reject_count := p_num_records;
        ELSE v_run.process_run_record_count := p_num_records;
    END CASE;
    v_count := v_run.process_run_record_count;
    IF p_processing_type IS NOT NULL THEN
        v_count := v_run.process_run_insert_count::numeric + v_run.process_run_update_count
        + v_run.process_run_delete_count;
    END IF;
    SELECT total_record_count + v_count - v_before INTO v_total FROM process WHERE process_id = v_run.process_id;
    IF greatest(v_count, v_total) > 9223372036854775807 THEN
        RAISE EXCEPTION 'PT011: num_records is %, and with it the run or its process would have % records; at most 9223372036854775807 are stored',
            p_num_records, greatest(v_count, v_total)
            USING ERRCODE = 'PT011';
    END IF;
    UPDATE process_tracking
    SET
        process_run_record_count = v_count,
        process_run_insert_count = v_run.process_run_insert_count,
        process_run_update_count = v_run.process_run_update_count,
        process_run_delete_count = v_run.process_run_delete_count,
        process_run_reject_count = v_run.process_run_reject_count,
        update_date_time = clock_timestamp(),
        updated_by = v_run.process_run_actor_id
    WHERE process_tracking_id = p_process_tracking_id;
    UPDATE process
    SET
        total_record_count = v_total,
        update_date_time = clock_timestamp(),
        updated_by = v_run.process_run_actor_id
    WHERE process_id = v_run.process_id;
END;
$$;
