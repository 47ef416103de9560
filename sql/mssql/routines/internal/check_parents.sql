-- check_parents: refuses the start of a process while a parent of it is running, failed or on hold. Internal.
--
-- @process_id    the process
-- @process_name  its name, for the message
-- Errors: PT002 dependency_blocked.
-- Tables: process_dependency, dependency_type_lkup, process, process_tracking, process_status_lkup.
CREATE OR ALTER PROCEDURE [$(schema)].check_parents
    @process_id INT,
    @process_name NVARCHAR(250)
AS
SET NOCOUNT ON;
DECLARE @parents NVARCHAR(MAX) = (
    SELECT STRING_AGG(CAST(CONCAT(N'"', p.process_name, N'" (', s.process_status_name, N')') AS NVARCHAR(MAX)), N', ')
        WITHIN GROUP (ORDER BY p.process_name)
    FROM process_dependency AS d
    INNER JOIN dependency_type_lkup AS dt ON dt.dependency_type_id = d.dependency_type_id
    INNER JOIN process AS p ON p.process_id = d.parent_process_id
    INNER JOIN process_tracking AS t ON t.process_id = d.parent_process_id AND t.is_latest_run = 1
    INNER JOIN process_status_lkup AS s ON s.process_status_id = t.process_status_id
    WHERE d.child_process_id = @process_id
        AND dt.dependency_type_name <> N'Soft'
        AND s.process_status_name IN (N'running', N'failed', N'on hold')
);
IF @parents IS NOT NULL
BEGIN
    DECLARE @message NVARCHAR(MAX) = CONCAT(
        N'PT002: process "', @process_name, N'" may not start: it depends on ', @parents,
        N'; wait until each has completed'
    );
    EXEC raise_error @message;
END;
GO
