-- v_process_dependency: dependencies between processes, each with the state of the parent.
CREATE OR REPLACE VIEW v_process_dependency COPY GRANTS AS
SELECT
    d.parent_process_id,
    parent.process_name AS parent_process_name,
    d.child_process_id,
    child.process_name AS child_process_name,
    dt.dependency_type_name,
    s.process_status_name AS parent_process_status_name,
    dt.dependency_type_name <> 'Soft'
    AND COALESCE(s.process_status_name IN ('running', 'failed', 'on hold'), false) AS is_blocking
FROM process_dependency AS d
INNER JOIN process AS parent ON d.parent_process_id = parent.process_id
INNER JOIN process AS child ON d.child_process_id = child.process_id
INNER JOIN dependency_type_lkup AS dt ON d.dependency_type_id = dt.dependency_type_id
LEFT JOIN process_tracking AS t ON d.parent_process_id = t.process_id AND t.is_latest_run
LEFT JOIN process_status_lkup AS s ON t.process_status_id = s.process_status_id;
