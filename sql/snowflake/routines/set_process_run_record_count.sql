-- set_process_run_record_count: sets how many records a run processed, and keeps the process's total their sum.
--
-- p_process_tracking_id  the run
-- p_num_records          number of records; it replaces what was reported before
-- p_processing_type      insert, update, delete or reject: that count is replaced, and the run's count becomes the sum
--                        of insert, update and delete; default: the run's count itself
-- Returns: nothing. Errors: PT011 invalid_argument, PT003 run_not_found, PT017 process_on_hold.
-- Tables: process, process_tracking.
CREATE OR REPLACE PROCEDURE set_process_run_record_count(
    p_process_tracking_id NUMBER,
    p_num_records NUMBER,
    p_processing_type VARCHAR DEFAULT NULL
)
COPY GRANTS
RETURNS VARCHAR
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_is_own BOOLEAN DEFAULT CURRENT_TRANSACTION() IS NULL;
    v_refusal VARCHAR DEFAULT NULL;
    v_process_id NUMBER DEFAULT NULL;
    v_process_name VARCHAR DEFAULT NULL;
    v_run_status VARCHAR DEFAULT NULL;
    v_run_change TIMESTAMP_TZ DEFAULT NULL;
    v_actor_id NUMBER DEFAULT NULL;
    v_count NUMBER DEFAULT NULL;
    v_total NUMBER DEFAULT NULL;
    v_now TIMESTAMP_TZ DEFAULT NULL;
BEGIN
    v_refusal := COALESCE(
        count_refusal(p_num_records, 'num_records'),
        IFF(
            p_processing_type NOT IN ('insert', 'update', 'delete', 'reject'),
            'PT011: processing_type is "' || p_processing_type
            || '"; give insert, update, delete or reject, or leave it out',
            NULL
        ),
        id_refusal(p_process_tracking_id, 'process_tracking_id')
    );
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;

    IF (v_is_own) THEN
        BEGIN TRANSACTION;
    END IF;
    UPDATE system_lkup SET system_value = system_value WHERE system_key = 'version';

    SELECT
        t.process_id, p.process_name, s.process_status_name, t.update_date_time, t.process_run_actor_id,
        CASE :p_processing_type
            WHEN 'insert' THEN :p_num_records + t.process_run_update_count + t.process_run_delete_count
            WHEN 'update' THEN t.process_run_insert_count + :p_num_records + t.process_run_delete_count
            WHEN 'delete' THEN t.process_run_insert_count + t.process_run_update_count + :p_num_records
            WHEN 'reject' THEN t.process_run_insert_count + t.process_run_update_count + t.process_run_delete_count
            ELSE :p_num_records
        END,
        p.total_record_count - t.process_run_record_count
    INTO :v_process_id, :v_process_name, :v_run_status, :v_run_change, :v_actor_id,
        :v_count, :v_total
    FROM process_tracking AS t
    INNER JOIN process AS p ON p.process_id = t.process_id
    INNER JOIN process_status_lkup AS s ON s.process_status_id = t.process_status_id
    WHERE t.process_tracking_id = :p_process_tracking_id;
    v_total := v_total + v_count;
    v_refusal := COALESCE(
        run_refusal(p_process_tracking_id, v_process_name, v_run_status, v_run_change),
        IFF(
            GREATEST(v_count, v_total) > 9223372036854775807,
            'PT011: num_records is ' || p_num_records || ', and with it the run or its process would have '
            || GREATEST(v_count, v_total) || ' records; at most 9223372036854775807 are stored',
            NULL
        )
    );
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;

    v_now := CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP());
    UPDATE process_tracking
    SET
        process_run_record_count = :v_count,
        process_run_insert_count = IFF(:p_processing_type = 'insert', :p_num_records, process_run_insert_count),
        process_run_update_count = IFF(:p_processing_type = 'update', :p_num_records, process_run_update_count),
        process_run_delete_count = IFF(:p_processing_type = 'delete', :p_num_records, process_run_delete_count),
        process_run_reject_count = IFF(:p_processing_type = 'reject', :p_num_records, process_run_reject_count),
        update_date_time = :v_now,
        updated_by = :v_actor_id
    WHERE process_tracking_id = :p_process_tracking_id;
    UPDATE process
    SET
        total_record_count = :v_total,
        update_date_time = :v_now,
        updated_by = :v_actor_id
    WHERE process_id = :v_process_id;

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
