-- apply_extract_status: gives extracts another status on behalf of a run. Internal.
--
-- p_process_tracking_id  the run
-- p_extract_ids          JSON array of the extracts, each once and known, check_loading passed, the store locked
-- p_status_id            the new status
-- p_actor_id             who says so
-- Errors: none. Tables: extract_tracking, extract_process_tracking.
CREATE OR REPLACE PROCEDURE apply_extract_status(
    p_process_tracking_id NUMBER, p_extract_ids VARCHAR, p_status_id NUMBER, p_actor_id NUMBER
)
RETURNS VARCHAR
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_now TIMESTAMP_TZ DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP());
BEGIN
    UPDATE extract_tracking
    SET
        extract_status_id = :p_status_id,
        update_date_time = :v_now,
        updated_by = :p_actor_id
    WHERE extract_id IN (SELECT f.value::NUMBER FROM TABLE(FLATTEN(input => PARSE_JSON(:p_extract_ids))) AS f);
    MERGE INTO extract_process_tracking AS known
    USING (
        SELECT f.value::NUMBER AS extract_id FROM TABLE(FLATTEN(input => PARSE_JSON(:p_extract_ids))) AS f
    ) AS given
        ON
            known.extract_tracking_id = given.extract_id
            AND known.process_tracking_id = :p_process_tracking_id
    WHEN MATCHED THEN UPDATE SET
        extract_process_status_id = :p_status_id,
        extract_process_event_date_time = :v_now,
        update_date_time = :v_now,
        updated_by = :p_actor_id
    WHEN NOT MATCHED THEN
        INSERT (
            extract_tracking_id, process_tracking_id, extract_process_status_id, extract_process_event_date_time,
            created_by, updated_by
        )
        VALUES (given.extract_id, :p_process_tracking_id, :p_status_id, :v_now, :p_actor_id, :p_actor_id);
END;
$$;
