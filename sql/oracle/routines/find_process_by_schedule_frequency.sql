-- find_process_by_schedule_frequency: finds the processes that should run at a frequency.
--
-- p_frequency  the schedule frequency; default: hourly
-- Returns: p_rows, a cursor on process_id, process_name, process_type_name, tool_name, schedule_frequency_name, in the
-- order of the names. Errors: PT011 invalid_argument, PT008 lookup_not_found.
-- Tables: schedule_frequency_lkup, process, process_type_lkup, tool_lkup.
CREATE OR REPLACE PROCEDURE find_process_by_schedule_frequency(
    p_frequency IN VARCHAR2 DEFAULT 'hourly',
    p_rows OUT SYS_REFCURSOR
)
AUTHID DEFINER
IS
    v_frequency_id schedule_frequency_lkup.schedule_frequency_id%TYPE;
BEGIN
    check_text(COALESCE(p_frequency, 'hourly'), 'frequency', 25);
    v_frequency_id := schedule_frequency_id_of(COALESCE(p_frequency, 'hourly'));
    OPEN p_rows FOR
    SELECT p.process_id, p.process_name, pt.process_type_name, t.tool_name, f.schedule_frequency_name
    FROM process p
    INNER JOIN process_type_lkup pt ON p.process_type_id = pt.process_type_id
    INNER JOIN tool_lkup t ON p.process_tool_id = t.tool_id
    INNER JOIN schedule_frequency_lkup f ON p.schedule_frequency_id = f.schedule_frequency_id
    WHERE p.schedule_frequency_id = v_frequency_id
    ORDER BY NLSSORT(p.process_name, 'NLS_SORT=BINARY');
END find_process_by_schedule_frequency;
/
