-- find_process_by_schedule_frequency: finds the processes that should run at a frequency.
--
-- p_frequency  the schedule frequency; default: hourly
-- Returns: process_id, process_name, process_type_name, tool_name, schedule_frequency_name, in the order of the names.
-- Errors: PT011 invalid_argument, PT008 lookup_not_found. Tables: schedule_frequency_lkup, process, process_type_lkup,
-- tool_lkup.
CREATE OR REPLACE PROCEDURE find_process_by_schedule_frequency(p_frequency VARCHAR DEFAULT 'hourly')
COPY GRANTS
RETURNS TABLE (
    process_id NUMBER,
    process_name VARCHAR,
    process_type_name VARCHAR,
    tool_name VARCHAR,
    schedule_frequency_name VARCHAR
)
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_frequency VARCHAR DEFAULT COALESCE(p_frequency, 'hourly');
    v_frequency_id NUMBER DEFAULT NULL;
    v_frequencies VARCHAR DEFAULT NULL;
    v_refusal VARCHAR DEFAULT NULL;
    v_result RESULTSET;
BEGIN
    v_refusal := text_refusal(v_frequency, 'frequency', 25, TRUE);
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;

    SELECT
        MAX(IFF(f.schedule_frequency_name = :v_frequency, f.schedule_frequency_id, NULL)),
        LISTAGG(f.schedule_frequency_name, ', ') WITHIN GROUP (ORDER BY f.schedule_frequency_id)
    INTO :v_frequency_id, :v_frequencies
    FROM schedule_frequency_lkup AS f;
    v_refusal := lookup_refusal(v_frequency_id, 'schedule frequency', v_frequency, v_frequencies);
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;
    v_result := (
        SELECT p.process_id, p.process_name, pt.process_type_name, t.tool_name, f.schedule_frequency_name
        FROM process AS p
        INNER JOIN process_type_lkup AS pt ON pt.process_type_id = p.process_type_id
        INNER JOIN tool_lkup AS t ON t.tool_id = p.process_tool_id
        INNER JOIN schedule_frequency_lkup AS f ON f.schedule_frequency_id = p.schedule_frequency_id
        WHERE p.schedule_frequency_id = :v_frequency_id
        ORDER BY p.process_name
    );
    RETURN TABLE (v_result);
END;
$$;
