-- find_process_by_schedule_frequency: finds the processes that should run at a frequency.
--
-- p_frequency  the schedule frequency; default: hourly
-- Returns: process_id, process_name, process_type_name, tool_name, schedule_frequency_name, in the order of the names.
-- Errors: PT011 invalid_argument, PT008 lookup_not_found. Tables: schedule_frequency_lkup, process, process_type_lkup,
-- tool_lkup.
CREATE OR REPLACE FUNCTION find_process_by_schedule_frequency(p_frequency text DEFAULT 'hourly')
RETURNS TABLE (
    process_id integer,
    process_name character varying,
    process_type_name character varying,
    tool_name character varying,
    schedule_frequency_name character varying
)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT SET jit = off
AS $$
#variable_conflict use_column
DECLARE
    v_frequency_id integer;
BEGIN
    PERFORM check_text(coalesce(p_frequency, 'hourly'), 'frequency', 25);
    v_frequency_id := schedule_frequency_id_of(coalesce(p_frequency, 'hourly'));
    RETURN QUERY
    SELECT p.process_id, p.process_name, pt.process_type_name, t.tool_name, f.schedule_frequency_name
    FROM process AS p
    INNER JOIN process_type_lkup AS pt ON pt.process_type_id = p.process_type_id
    INNER JOIN tool_lkup AS t ON t.tool_id = p.process_tool_id
    INNER JOIN schedule_frequency_lkup AS f ON f.schedule_frequency_id = p.schedule_frequency_id
    WHERE p.schedule_frequency_id = v_frequency_id
    ORDER BY 2;
END;
$$;
