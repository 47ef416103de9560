-- v_error: errors, each with its run.
CREATE OR ALTER VIEW [$(schema)].v_error AS
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
FROM [$(schema)].error_tracking AS e
INNER JOIN [$(schema)].error_type_lkup AS et ON e.error_type_id = et.error_type_id
INNER JOIN [$(schema)].process_tracking AS t ON e.process_tracking_id = t.process_tracking_id
INNER JOIN [$(schema)].process AS p ON t.process_id = p.process_id
INNER JOIN [$(schema)].process_status_lkup AS s ON t.process_status_id = s.process_status_id;
GO
