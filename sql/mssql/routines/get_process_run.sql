-- get_process_run: returns one run with its process, names resolved.
--
-- @process_tracking_id  the run
-- Returns: one row; times are in UTC, sources, targets and dataset_types are JSON arrays in name order.
-- Errors: PT011 invalid_argument, PT003 run_not_found.
-- Tables: v_process_run, process_dataset_type, dataset_type_lkup, and those of sources_json.
CREATE OR ALTER PROCEDURE [$(schema)].get_process_run
    @process_tracking_id BIGINT
AS
SET NOCOUNT ON;
DECLARE @sources NVARCHAR(MAX);
DECLARE @targets NVARCHAR(MAX);
DECLARE @dataset_types NVARCHAR(MAX);
EXEC check_id @process_tracking_id, N'process_tracking_id';
DECLARE @process_id INT = (
    SELECT process_id FROM process_tracking WHERE process_tracking_id = @process_tracking_id
);
IF @process_id IS NULL
BEGIN
    DECLARE @message NVARCHAR(MAX) = CONCAT(
        N'PT003: there is no run with the process_tracking_id ', @process_tracking_id,
        N'; give the one that start_process_run returned'
    );
    EXEC raise_error @message;
END;
EXEC sources_json @process_id, 0, @sources OUTPUT;
EXEC sources_json @process_id, 1, @targets OUTPUT;
SET @dataset_types = (
    SELECT CONCAT(
        N'[',
        STRING_AGG(CAST(CONCAT(N'"', STRING_ESCAPE(d.dataset_type, 'json'), N'"') AS NVARCHAR(MAX)), N',')
            WITHIN GROUP (ORDER BY d.dataset_type),
        N']'
    )
    FROM process_dataset_type AS l
    INNER JOIN dataset_type_lkup AS d ON d.dataset_type_id = l.dataset_type_id
    WHERE l.process_id = @process_id
);
SELECT
    r.process_tracking_id,
    r.process_id,
    r.process_name,
    r.process_type_id,
    r.process_type_name,
    r.tool_id,
    r.tool_name,
    r.schedule_frequency_name,
    r.actor_id,
    r.actor_name,
    r.process_run_id,
    r.process_run_name,
    r.process_status_id,
    r.process_status_name,
    r.is_latest_run,
    r.process_run_start_date_time,
    r.process_run_end_date_time,
    r.process_run_heartbeat_date_time,
    r.process_run_low_date_time,
    r.process_run_high_date_time,
    r.process_run_record_count,
    r.process_run_insert_count,
    r.process_run_update_count,
    r.process_run_delete_count,
    r.process_run_reject_count,
    r.parent_process_tracking_id,
    r.total_record_count,
    r.last_completed_run_date_time,
    r.last_failed_run_date_time,
    r.last_errored_run_date_time,
    @sources AS sources,
    @targets AS targets,
    @dataset_types AS dataset_types
FROM v_process_run AS r
WHERE r.process_tracking_id = @process_tracking_id;
GO
