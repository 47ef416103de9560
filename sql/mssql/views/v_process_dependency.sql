-- v_process_dependency: dependencies between processes, each with the state of the parent.
CREATE OR ALTER VIEW [$(schema)].v_process_dependency AS
SELECT
    d.parent_process_id,
    parent.process_name AS parent_process_name,
    d.child_process_id,
    child.process_name AS child_process_name,
    dt.dependency_type_name,
    s.process_status_name AS parent_process_status_name,
    CAST(
        CASE
            WHEN dt.dependency_type_name <> N'Soft' AND s.process_status_name IN (N'running', N'failed', N'on hold')
                THEN 1
            ELSE 0
        END AS BIT
    ) AS is_blocking
FROM [$(schema)].process_dependency AS d
INNER JOIN [$(schema)].process AS parent ON d.parent_process_id = parent.process_id
INNER JOIN [$(schema)].process AS child ON d.child_process_id = child.process_id
INNER JOIN [$(schema)].dependency_type_lkup AS dt ON d.dependency_type_id = dt.dependency_type_id
LEFT JOIN [$(schema)].process_tracking AS t ON d.parent_process_id = t.process_id AND t.is_latest_run = 1
LEFT JOIN [$(schema)].process_status_lkup AS s ON t.process_status_id = s.process_status_id;
GO
