-- set_run_status: writes a run's status, and what an end means for its process. Internal; the rows are locked already.
--
-- @process_tracking_id  the run
-- @process_id           its process
-- @status_id            the new status
-- @end_date             when the run ended, for completed and failed
-- @actor_id             who says so
-- Errors: none. Tables: process_status_lkup, process_tracking, process.
CREATE OR ALTER PROCEDURE [$(schema)].set_run_status
    @process_tracking_id BIGINT,
    @process_id INT,
    @status_id INT,
    @end_date DATETIMEOFFSET(6),
    @actor_id INT
AS
SET NOCOUNT ON;
DECLARE @now DATETIMEOFFSET(6) = TODATETIMEOFFSET(SYSUTCDATETIME(), 0);
DECLARE @end DATETIMEOFFSET(6) = SWITCHOFFSET(@end_date, 0);
DECLARE @completed BIT;
DECLARE @failed BIT;
DECLARE @running BIT;
-- Compared in the column's collation: that of a variable is the database's, which may take Running for running.
SELECT
    @completed = CASE WHEN process_status_name = N'completed' THEN 1 ELSE 0 END,
    @failed = CASE WHEN process_status_name = N'failed' THEN 1 ELSE 0 END,
    @running = CASE WHEN process_status_name = N'running' THEN 1 ELSE 0 END
FROM process_status_lkup
WHERE process_status_id = @status_id;

UPDATE process_tracking
SET
    process_status_id = @status_id,
    process_run_end_date_time = CASE
        WHEN @completed = 1 OR @failed = 1 THEN @end
        WHEN @running = 0 THEN process_run_end_date_time
    END,
    update_date_time = @now,
    updated_by = @actor_id
WHERE process_tracking_id = @process_tracking_id;
IF @completed = 1 OR @failed = 1
    -- The greatest is kept: correcting an old run does not take the process back in time.
    UPDATE process
    SET
        last_completed_run_date_time = CASE
            WHEN @failed = 1 OR last_completed_run_date_time > @end THEN last_completed_run_date_time
            ELSE @end
        END,
        last_failed_run_date_time = CASE
            WHEN @completed = 1 OR last_failed_run_date_time > @end THEN last_failed_run_date_time
            ELSE @end
        END,
        update_date_time = @now,
        updated_by = @actor_id
    WHERE process_id = @process_id;
GO
