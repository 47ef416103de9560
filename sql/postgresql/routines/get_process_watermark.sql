-- get_process_watermark: says up to which date a process's completed runs have processed its data.
--
-- p_process_name  the process
-- Returns: watermark, the highest process_run_high_date_time of its completed runs; NULL when there is none.
-- Errors: PT011 invalid_argument, PT014 process_not_found. Tables: process, process_tracking, process_status_lkup.
CREATE OR REPLACE FUNCTION get_process_watermark(p_process_name text, OUT watermark timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT
AS $$
DECLARE
    v_process_id integer := process_id_of(p_process_name);
BEGIN
    SELECT t.process_run_high_date_time INTO watermark
    FROM process_tracking AS t
    INNER JOIN process_status_lkup AS s ON s.process_status_id = t.process_status_id
    WHERE t.process_id = v_process_id
        AND t.process_run_high_date_time IS NOT NULL
        AND s.process_status_name = 'completed'
    ORDER BY t.process_run_high_date_time DESC
    LIMIT 1;
END;
$$;
