-- lock_run: the run that a call is about, locked as far as the call needs. Internal.
--
-- @process_tracking_id  the run
-- @depth                'process': locks the process row, then the run row; 'run': the run row; 'none': neither
-- @process_id           returns its process
-- @actor_id             returns the run's actor
-- Errors: PT011 invalid_argument, PT003 run_not_found, PT017 process_on_hold (a held run accepts nothing).
-- Tables: process, process_tracking, process_status_lkup.
CREATE OR ALTER PROCEDURE [$(schema)].lock_run
    @process_tracking_id BIGINT,
    @depth NVARCHAR(10),
    @process_id INT OUTPUT,
    @actor_id INT OUTPUT
AS
SET NOCOUNT ON;
DECLARE @message NVARCHAR(MAX);
EXEC check_id @process_tracking_id, N'process_tracking_id';
-- A run never changes its process or its actor, so these need no lock.
SET @process_id = NULL;
SELECT
    @process_id = process_id,
    @actor_id = process_run_actor_id
FROM process_tracking
WHERE process_tracking_id = @process_tracking_id;
IF @process_id IS NULL
BEGIN
    SET @message = CONCAT(
        N'PT003: there is no run with the process_tracking_id ', @process_tracking_id,
        N'; give the one that start_process_run returned'
    );
    EXEC raise_error @message;
END;
-- An update that changes nothing takes the row's lock, and holds it until the transaction ends.
IF @depth = N'process'
    UPDATE process SET total_record_count = total_record_count WHERE process_id = @process_id;
IF @depth <> N'none'
    UPDATE process_tracking
    SET process_run_record_count = process_run_record_count
    WHERE process_tracking_id = @process_tracking_id;
SELECT
    @message = CONCAT(
        N'PT017: run ', @process_tracking_id, N' of process "', p.process_name, N'" is on hold since ',
        CONVERT(NVARCHAR(19), CAST(SWITCHOFFSET(t.update_date_time, 0) AS DATETIME2(6)), 120),
        N' UTC and accepts nothing; call release_process when the cause of its failures is mended'
    )
FROM process_tracking AS t
INNER JOIN process_status_lkup AS s ON s.process_status_id = t.process_status_id
INNER JOIN process AS p ON p.process_id = t.process_id
WHERE t.process_tracking_id = @process_tracking_id AND s.process_status_name = N'on hold';
IF @message IS NOT NULL
    EXEC raise_error @message;
GO
