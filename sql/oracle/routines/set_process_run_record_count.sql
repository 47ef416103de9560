-- set_process_run_record_count: sets how many records a run processed, and keeps the process's total their sum.
--
-- p_process_tracking_id  the run
-- p_num_records          number of records; it replaces what was reported before
-- p_processing_type      insert, update, delete or reject: that count is replaced, and the run's count becomes the sum
--                        of insert, update and delete; default: the run's count itself
-- Returns: nothing. Errors: PT011 invalid_argument, PT003 run_not_found, PT017 process_on_hold.
-- Tables: process, process_tracking.
CREATE OR REPLACE PROCEDURE set_process_run_record_count(
    p_process_tracking_id IN NUMBER,
    p_num_records IN NUMBER,
    p_processing_type IN VARCHAR2 DEFAULT NULL
)
AUTHID DEFINER
IS
    v_run process_tracking%ROWTYPE;
    v_count NUMBER;
    v_total NUMBER;
    v_now TIMESTAMP WITH TIME ZONE;
BEGIN
    SAVEPOINT ptdb_call;
    check_count(p_num_records, 'num_records');
    IF p_processing_type NOT IN ('insert', 'update', 'delete', 'reject') THEN
        raise_error(
            'PT011: processing_type is "%"; give insert, update, delete or reject, or leave it out', p_processing_type
        );
    END IF;
    lock_run(p_process_tracking_id, 'process', v_run);
    v_count := p_num_records;
    IF p_processing_type IS NOT NULL THEN
        v_count := CASE p_processing_type WHEN 'insert' THEN p_num_records ELSE v_run.process_run_insert_count END
            + CASE p_processing_type WHEN 'update' THEN p_num_records ELSE v_run.process_run_update_count END
            + CASE p_processing_type WHEN 'delete' THEN p_num_records ELSE v_run.process_run_delete_count END;
    END IF;
    SELECT total_record_count + v_count - v_run.process_run_record_count INTO v_total
    FROM process
    WHERE process_id = v_run.process_id;
    IF GREATEST(v_count, v_total, p_num_records) > 9223372036854775807 THEN
        raise_error(
            'PT011: num_records is %, and with it the run or its process would have % records; at most 9223372036854775807 are stored',
            p_num_records, GREATEST(v_count, v_total)
        );
    END IF;
    v_now := utc_now();
    UPDATE process_tracking
    SET
        process_run_record_count = v_count,
        process_run_insert_count = CASE p_processing_type
            WHEN 'insert' THEN p_num_records
            ELSE process_run_insert_count
        END,
        process_run_update_count = CASE p_processing_type
            WHEN 'update' THEN p_num_records
            ELSE process_run_update_count
        END,
        process_run_delete_count = CASE p_processing_type
            WHEN 'delete' THEN p_num_records
            ELSE process_run_delete_count
        END,
        process_run_reject_count = CASE p_processing_type
            WHEN 'reject' THEN p_num_records
            ELSE process_run_reject_count
        END,
        update_date_time = v_now,
        updated_by = v_run.process_run_actor_id
    WHERE process_tracking_id = p_process_tracking_id;
    UPDATE process
    SET
        total_record_count = v_total,
        update_date_time = v_now,
        updated_by = v_run.process_run_actor_id
    WHERE process_id = v_run.process_id;
EXCEPTION
    WHEN OTHERS THEN
        ROLLBACK TO SAVEPOINT ptdb_call;
        RAISE;
END set_process_run_record_count;
/
