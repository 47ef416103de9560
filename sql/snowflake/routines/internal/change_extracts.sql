-- change_extracts: gives extracts another status on behalf of a run: all of them or none. Internal.
--
-- p_process_tracking_id  the run, the store locked
-- p_extract_ids          JSON array of the extracts, each once
-- p_status               the new status, checked, no synonym; an unknown one is added as a custom status
-- Errors: PT003 run_not_found, PT017 process_on_hold, PT006 extract_not_found, PT007 extract_dependency_blocked.
-- Tables: process, process_tracking, process_status_lkup, extract_status_lkup, extract_tracking, and those of
-- check_loading and apply_extract_status.
CREATE OR REPLACE PROCEDURE change_extracts(p_process_tracking_id NUMBER, p_extract_ids VARCHAR, p_status VARCHAR)
RETURNS VARCHAR
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_process_name VARCHAR DEFAULT NULL;
    v_run_status VARCHAR DEFAULT NULL;
    v_run_change TIMESTAMP_TZ DEFAULT NULL;
    v_actor_id NUMBER DEFAULT NULL;
    v_status_id NUMBER DEFAULT NULL;
    v_missing VARCHAR DEFAULT NULL;
    v_refusal VARCHAR DEFAULT NULL;
BEGIN
    SELECT p.process_name, s.process_status_name, t.update_date_time, t.process_run_actor_id, n.extract_status_id
    INTO :v_process_name, :v_run_status, :v_run_change, :v_actor_id, :v_status_id
    FROM process_tracking AS t
    INNER JOIN process AS p ON p.process_id = t.process_id
    INNER JOIN process_status_lkup AS s ON s.process_status_id = t.process_status_id
    LEFT JOIN extract_status_lkup AS n ON n.extract_status_name = :p_status
    WHERE t.process_tracking_id = :p_process_tracking_id;
    v_refusal := run_refusal(p_process_tracking_id, v_process_name, v_run_status, v_run_change);
    IF (v_refusal IS NULL) THEN
        SELECT LISTAGG(f.value::VARCHAR, ', ') WITHIN GROUP (ORDER BY f.value::NUMBER)
        INTO :v_missing
        FROM TABLE(FLATTEN(input => PARSE_JSON(:p_extract_ids))) AS f
        LEFT JOIN extract_tracking AS e ON e.extract_id = f.value::NUMBER
        WHERE e.extract_id IS NULL;
        -- LISTAGG of nothing is the empty text in Snowflake.
        IF (v_missing <> '') THEN
            v_refusal := 'PT006: there is no extract with the extract_id ' || LEFT(v_missing, 200)
                || '; no status was changed';
        END IF;
    END IF;
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;
    IF (p_status = 'loading') THEN
        CALL check_loading(:p_extract_ids);
    END IF;

    IF (v_status_id IS NULL) THEN
        CALL extract_status_id_of(:p_status, :v_actor_id) INTO :v_status_id;
    END IF;
    CALL apply_extract_status(:p_process_tracking_id, :p_extract_ids, :v_status_id, :v_actor_id);
END;
$$;
