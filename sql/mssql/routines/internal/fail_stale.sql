-- fail_stale: fails those running latest runs of some processes that are stale, with a Process Error each. Internal.
--
-- A run is stale when its last heartbeat (its start, when it never had one) is older than its process allows, or the
-- system when the process says nothing; no run is, when neither does.
-- @process_ids  JSON array of the processes
-- @actor_id     who found out
-- @number       returns how many runs were failed
-- Errors: none.
-- Tables: process, process_tracking, error_tracking, process_status_lkup, error_type_lkup, system_lkup.
CREATE OR ALTER PROCEDURE [$(schema)].fail_stale
    @process_ids NVARCHAR(MAX),
    @actor_id INT,
    @number INT OUTPUT
AS
SET NOCOUNT ON;
DECLARE @system_seconds INT;
DECLARE @now DATETIMEOFFSET(6);
DECLARE @candidate TABLE (process_id INT NOT NULL PRIMARY KEY);
DECLARE @stale TABLE (
    process_tracking_id BIGINT NOT NULL PRIMARY KEY,
    process_id INT NOT NULL,
    last_sign_date_time DATETIMEOFFSET(6) NOT NULL,
    stale_after_seconds INT NOT NULL
);
EXEC system_integer N'stale_after_seconds', @system_seconds OUTPUT;
INSERT INTO @candidate (process_id) SELECT DISTINCT CAST(value AS INT) FROM OPENJSON(@process_ids);
-- An update that changes nothing takes the rows' locks, in the order of their keys.
UPDATE process
SET total_record_count = total_record_count
WHERE process_id IN (SELECT c.process_id FROM @candidate AS c);

SET @now = TODATETIMEOFFSET(SYSUTCDATETIME(), 0);
INSERT INTO @stale (process_tracking_id, process_id, last_sign_date_time, stale_after_seconds)
SELECT
    run.process_tracking_id,
    run.process_id,
    run.last_sign_date_time,
    run.stale_after_seconds
FROM (
    SELECT
        t.process_tracking_id,
        t.process_id,
        COALESCE(t.process_run_heartbeat_date_time, t.process_run_start_date_time) AS last_sign_date_time,
        COALESCE(p.stale_after_seconds, @system_seconds) AS stale_after_seconds
    FROM @candidate AS c
    INNER JOIN process AS p ON p.process_id = c.process_id
    INNER JOIN process_tracking AS t ON t.process_id = p.process_id AND t.is_latest_run = 1
    INNER JOIN process_status_lkup AS s ON s.process_status_id = t.process_status_id
    WHERE s.process_status_name = N'running'
) AS run
WHERE run.last_sign_date_time < DATEADD(SECOND, -run.stale_after_seconds, @now);
SET @number = @@ROWCOUNT;

IF @number > 0
BEGIN
    UPDATE t
    SET
        process_status_id = (SELECT process_status_id FROM process_status_lkup WHERE process_status_name = N'failed'),
        process_run_end_date_time = @now,
        update_date_time = @now,
        updated_by = @actor_id
    FROM process_tracking AS t
    INNER JOIN @stale AS stale ON stale.process_tracking_id = t.process_tracking_id;
    INSERT INTO error_tracking (
        error_type_id, error_description, error_occurrence_date_time, process_tracking_id, created_by, updated_by
    )
    SELECT
        (SELECT error_type_id FROM error_type_lkup WHERE error_type_name = N'Process Error'),
        CONCAT(
            N'The run is stale: its last sign of life was at ',
            CONVERT(NVARCHAR(19), CAST(SWITCHOFFSET(stale.last_sign_date_time, 0) AS DATETIME2(6)), 120),
            N' UTC, and more than ', stale.stale_after_seconds, N' seconds without one count as failed.'
        ),
        @now,
        stale.process_tracking_id,
        @actor_id,
        @actor_id
    FROM @stale AS stale;
    UPDATE p
    SET
        last_failed_run_date_time = CASE
            WHEN p.last_failed_run_date_time > @now THEN p.last_failed_run_date_time
            ELSE @now
        END,
        last_errored_run_date_time = CASE
            WHEN p.last_errored_run_date_time > @now THEN p.last_errored_run_date_time
            ELSE @now
        END,
        update_date_time = @now,
        updated_by = @actor_id
    FROM process AS p
    INNER JOIN @stale AS stale ON stale.process_id = p.process_id;
END;
GO
