-- v_error: errors, each with its run.
CREATE OR REPLACE VIEW v_error COPY GRANTS AS
SELECT
    e.error_tracking_id,
    et.error_type_name,
    e.error_description,
    e.error_occurrence_date_time,
    e.process_tracking_id,
    t.process_run_id,
    t.process_run_name,
    p.process_id,
    p.process_name,
    s.process_status_name
FROM error_tracking AS e
INNER JOIN error_type_lkup AS et ON e.error_type_id = et.error_type_id
INNER JOIN process_tracking AS t ON e.process_tracking_id = t.process_tracking_id
INNER JOIN process AS p ON t.process_id = p.process_id
INNER JOIN process_status_lkup AS s ON t.process_status_id = s.process_status_id;
