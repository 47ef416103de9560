-- get_process_watermark: says up to which date a process's completed runs have processed its data.
--
-- p_process_name  the process
-- Returns: watermark, the highest process_run_high_date_time of its completed runs; NULL when there is none.
-- Errors: PT011 invalid_argument, PT014 process_not_found. Tables: process, process_tracking, process_status_lkup.
CREATE OR REPLACE PROCEDURE get_process_watermark(p_process_name VARCHAR)
COPY GRANTS
RETURNS TABLE (watermark TIMESTAMP_TZ)
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_refusal VARCHAR DEFAULT NULL;
    v_process_id NUMBER DEFAULT NULL;
    v_result RESULTSET;
BEGIN
    v_refusal := text_refusal(p_process_name, 'process_name', 250, TRUE);
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;

    SELECT p.process_id INTO :v_process_id FROM process AS p WHERE p.process_name = :p_process_name;
    v_refusal := process_refusal(v_process_id, p_process_name);
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;

    v_result := (
        SELECT MAX(t.process_run_high_date_time) AS watermark
        FROM process_tracking AS t
        INNER JOIN process_status_lkup AS s ON s.process_status_id = t.process_status_id
        WHERE t.process_id = :v_process_id AND s.process_status_name = 'completed'
    );
    RETURN TABLE (v_result);
END;
$$;
