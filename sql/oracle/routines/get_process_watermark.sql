-- get_process_watermark: says up to which date a process's completed runs have processed its data.
--
-- p_process_name  the process
-- Returns: p_watermark, the highest process_run_high_date_time of its completed runs; NULL when there is none.
-- Errors: PT011 invalid_argument, PT014 process_not_found. Tables: process, process_tracking, process_status_lkup.
CREATE OR REPLACE PROCEDURE get_process_watermark(p_process_name IN VARCHAR2, p_watermark OUT TIMESTAMP WITH TIME ZONE)
AUTHID DEFINER
IS
    v_process_id process.process_id%TYPE := process_id_of(p_process_name);
BEGIN
    SELECT MAX(t.process_run_high_date_time) INTO p_watermark
    FROM process_tracking t
    INNER JOIN process_status_lkup s ON t.process_status_id = s.process_status_id
    WHERE t.process_id = v_process_id AND s.process_status_name = 'completed';
END get_process_watermark;
/
