-- v_process_dependency: dependencies between processes, each with the state of the parent.
CREATE OR REPLACE VIEW v_process_dependency AS
SELECT
    d.parent_process_id,
    parent.process_name AS parent_process_name,
    d.child_process_id,
    child.process_name AS child_process_name,
    dt.dependency_type_name,
    s.process_status_name AS parent_process_status_name,
    CASE
        WHEN dt.dependency_type_name <> 'Soft' AND s.process_status_name IN ('running', 'failed', 'on hold') THEN 1
        ELSE 0
    END AS is_blocking
FROM process_dependency d
INNER JOIN process parent ON d.parent_process_id = parent.process_id
INNER JOIN process child ON d.child_process_id = child.process_id
INNER JOIN dependency_type_lkup dt ON d.dependency_type_id = dt.dependency_type_id
LEFT JOIN process_tracking t ON d.parent_process_id = CASE WHEN t.is_latest_run = 1 THEN t.process_id END
LEFT JOIN process_status_lkup s ON t.process_status_id = s.process_status_id;
