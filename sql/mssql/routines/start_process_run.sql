-- start_process_run: registers what is new of a process and starts a run of it, or says why it may not start.
--
-- @process_name                name of the process; a known one may be started by its name alone
-- @process_type                kind of process; a new process needs it
-- @actor_name                  who or what starts the run; default: the login
-- @tool_name                   tool that runs the process; a new process needs it
-- @process_run_name            unique name of the run; a running latest run of this very name is re-attached to
-- @sources, @targets           JSON: ["S"], {"S": ["object"]} or {"S": {"object": ["attribute"]}}
-- @dataset_types               JSON array of names of existing dataset types
-- @schedule_frequency          an existing schedule frequency; a new process is unscheduled by default
-- @parent_process_tracking_id  the run that starts this one
-- @max_concurrent_failures     failed runs in a row that put the process on hold, for this start; default: the
--                              process's own, else the system's
-- Returns: @process_tracking_id, and @process_run_status: running, or on hold when too many runs failed in a row. That
-- is no error, because an error would undo the record of the hold.
-- Errors: PT011 invalid_argument, PT001 run_already_running, PT002 dependency_blocked, PT003 run_not_found,
-- PT004 run_name_in_use, PT008 lookup_not_found, PT017 process_on_hold.
-- Tables: actor_lkup, tool_lkup, process_type_lkup, process, process_tracking, process_dependency, and those of
-- check_parents, link_sources, link_dataset_types and fail_stale. Locks in that order: starts of one process queue up
-- at its row, starts of different processes do not wait for one another.
CREATE OR ALTER PROCEDURE [$(schema)].start_process_run
    @process_name NVARCHAR(4000),
    @process_type NVARCHAR(4000) = NULL,
    @actor_name NVARCHAR(4000) = NULL,
    @tool_name NVARCHAR(4000) = NULL,
    @process_run_name NVARCHAR(4000) = NULL,
    @sources NVARCHAR(MAX) = NULL,
    @targets NVARCHAR(MAX) = NULL,
    @dataset_types NVARCHAR(MAX) = NULL,
    @schedule_frequency NVARCHAR(4000) = NULL,
    @parent_process_tracking_id BIGINT = NULL,
    @max_concurrent_failures INT = NULL,
    @process_tracking_id BIGINT = NULL OUTPUT,
    @process_run_status NVARCHAR(75) = NULL OUTPUT
AS
SET NOCOUNT ON;
SET XACT_ABORT ON;
DECLARE @owns BIT = CASE WHEN @@TRANCOUNT = 0 THEN 1 ELSE 0 END;
DECLARE @message NVARCHAR(MAX);
DECLARE @now DATETIMEOFFSET(6);
DECLARE @name NVARCHAR(250);
DECLARE @run_name NVARCHAR(250);
DECLARE @actor_id INT;
DECLARE @type_id INT;
DECLARE @tool_id INT;
DECLARE @frequency_id INT;
DECLARE @process_id INT;
DECLARE @limit INT;
DECLARE @latest_id BIGINT;
DECLARE @latest_run_id BIGINT;
DECLARE @latest_start DATETIMEOFFSET(6);
DECLARE @latest_change DATETIMEOFFSET(6);
DECLARE @is_running BIT = 0;
DECLARE @is_failed BIT = 0;
DECLARE @is_held BIT = 0;
DECLARE @is_reattached BIT = 0;
DECLARE @is_linked BIT = 0;
DECLARE @number INT;
DECLARE @list NVARCHAR(MAX);
BEGIN TRY
    IF @owns = 1
        BEGIN TRANSACTION;
    ELSE
        SAVE TRANSACTION ptdb_call;

    EXEC check_text @process_name, N'process_name', 250;
    EXEC check_text @process_run_name, N'process_run_name', 250, 0;
    EXEC check_text @schedule_frequency, N'schedule_frequency', NULL, 0;
    IF @max_concurrent_failures < 1
    BEGIN
        SET @message = CONCAT(N'PT011: max_concurrent_failures is ', @max_concurrent_failures, N'; give 1 or more');
        EXEC raise_error @message;
    END;
    SET @name = @process_name;
    SET @run_name = @process_run_name;

    EXEC actor_id_of @actor_name, @actor_id OUTPUT;
    IF @tool_name IS NOT NULL
        EXEC tool_id_of @tool_name, @actor_id, @tool_id OUTPUT;
    IF @process_type IS NOT NULL
        EXEC process_type_id_of @process_type, @actor_id, @type_id OUTPUT;
    IF @schedule_frequency IS NOT NULL
        EXEC schedule_frequency_id_of @schedule_frequency, @frequency_id OUTPUT;

    -- An update that changes nothing takes the row's lock, and holds it until the transaction ends.
    UPDATE process SET total_record_count = total_record_count WHERE process_name = @name;
    IF @@ROWCOUNT = 0
    BEGIN
        IF @type_id IS NULL OR @tool_id IS NULL
        BEGIN
            SET @message = CONCAT(
                N'PT011: process "', @name, N'" is new; give its process_type and its tool_name with the first start'
            );
            EXEC raise_error @message;
        END;
        EXEC lock_name N'process', @name;
        INSERT INTO process (
            process_name, process_type_id, process_tool_id, schedule_frequency_id, created_by, updated_by
        )
        SELECT
            @name,
            @type_id,
            @tool_id,
            COALESCE(@frequency_id, f.schedule_frequency_id),
            @actor_id,
            @actor_id
        FROM schedule_frequency_lkup AS f
        WHERE f.schedule_frequency_name = N'unscheduled'
            AND NOT EXISTS (SELECT 1 FROM process AS p WHERE p.process_name = @name);
        UPDATE process SET total_record_count = total_record_count WHERE process_name = @name;
    END;
    SELECT
        @process_id = process_id,
        @limit = COALESCE(@max_concurrent_failures, max_concurrent_failures)
    FROM process
    WHERE process_name = @name;
    UPDATE process
    SET
        process_type_id = COALESCE(@type_id, process_type_id),
        process_tool_id = COALESCE(@tool_id, process_tool_id),
        schedule_frequency_id = COALESCE(@frequency_id, schedule_frequency_id),
        update_date_time = TODATETIMEOFFSET(SYSUTCDATETIME(), 0),
        updated_by = @actor_id
    WHERE process_id = @process_id
        AND (process_type_id <> @type_id OR process_tool_id <> @tool_id OR schedule_frequency_id <> @frequency_id);

    -- The process's lock covers its latest run: whoever changes the status of a run takes it first. Names are compared
    -- in the columns' collation: that of a variable is the database's, which may take Running for running.
    SELECT
        @latest_id = t.process_tracking_id,
        @latest_run_id = t.process_run_id,
        @latest_start = t.process_run_start_date_time,
        @latest_change = t.update_date_time,
        @is_running = CASE WHEN s.process_status_name = N'running' THEN 1 ELSE 0 END,
        @is_failed = CASE WHEN s.process_status_name = N'failed' THEN 1 ELSE 0 END,
        @is_held = CASE WHEN s.process_status_name = N'on hold' THEN 1 ELSE 0 END,
        @is_reattached = CASE
            WHEN s.process_status_name = N'running' AND t.process_run_name = @run_name THEN 1
            ELSE 0
        END
    FROM process_tracking AS t
    INNER JOIN process_status_lkup AS s ON s.process_status_id = t.process_status_id
    WHERE t.process_id = @process_id AND t.is_latest_run = 1;

    IF @is_running = 1 AND @is_reattached = 0
    BEGIN
        SET @list = CONCAT(N'[', @process_id, N']');
        EXEC fail_stale @list, @actor_id, @number OUTPUT;
        IF @number = 0
        BEGIN
            SET @message = CONCAT(
                N'PT001: process "', @name, N'" may not start: its run ', @latest_run_id, N' (process_tracking_id ',
                @latest_id, N') is running since ',
                CONVERT(NVARCHAR(19), CAST(SWITCHOFFSET(@latest_start, 0) AS DATETIME2(6)), 120),
                N' UTC; wait for it, or end it with change_run_status'
            );
            EXEC raise_error @message;
        END;
        SET @is_failed = 1;
    END;

    -- The name of a held run is answered by the hold, below.
    IF @is_reattached = 0 AND EXISTS (
        SELECT 1
        FROM process_tracking AS t
        WHERE t.process_run_name = @run_name
            AND (@latest_id IS NULL OR t.process_tracking_id <> @latest_id OR @is_held = 0)
    )
    BEGIN
        SET @message = CONCAT(
            N'PT004: process "', @name, N'" may not start under the run name "', @run_name,
            N'": another run has it; give another name'
        );
        EXEC raise_error @message;
    END;

    IF @is_held = 1
    BEGIN
        SET @message = CONCAT(
            N'PT017: process "', @name, N'" may not start: it is on hold since ',
            CONVERT(NVARCHAR(19), CAST(SWITCHOFFSET(@latest_change, 0) AS DATETIME2(6)), 120),
            N' UTC; call release_process when the cause of its failures is mended'
        );
        EXEC raise_error @message;
    END;

    IF @is_reattached = 0
    BEGIN
        EXEC check_parents @process_id, @name;
        IF @parent_process_tracking_id IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM process_tracking AS t WHERE t.process_tracking_id = @parent_process_tracking_id
        )
        BEGIN
            SET @message = CONCAT(
                N'PT003: there is no run with the process_tracking_id ', @parent_process_tracking_id,
                N' to be the parent of a run of "', @name, N'"'
            );
            EXEC raise_error @message;
        END;
    END;

    IF @sources IS NOT NULL OR @targets IS NOT NULL
        EXEC link_sources @process_id, @sources, @targets, @actor_id, @is_linked OUTPUT;
    IF @dataset_types IS NOT NULL OR @is_linked = 1
        EXEC link_dataset_types @process_id, @dataset_types, @actor_id;

    SET @now = TODATETIMEOFFSET(SYSUTCDATETIME(), 0);
    IF @is_reattached = 1
    BEGIN
        -- The caller is alive: without this, another start could find its run stale the next moment.
        UPDATE process_tracking
        SET
            process_run_heartbeat_date_time = @now,
            update_date_time = @now,
            updated_by = @actor_id
        WHERE process_tracking_id = @latest_id;
        SET @process_tracking_id = @latest_id;
        SET @process_run_status = N'running';
    END;
    ELSE
    BEGIN
        SET @process_run_status = N'running';
        IF @is_failed = 1
        BEGIN
            IF @limit IS NULL
                EXEC system_integer N'max_concurrent_failures', @limit OUTPUT;
            SELECT @number = COUNT(*)
            FROM (
                SELECT TOP (@limit) t.process_status_id
                FROM process_tracking AS t
                WHERE t.process_id = @process_id
                ORDER BY t.process_run_id DESC
            ) AS last_run
            INNER JOIN process_status_lkup AS s ON s.process_status_id = last_run.process_status_id
            WHERE s.process_status_name = N'failed';
            IF @number >= @limit
                SET @process_run_status = N'on hold';
        END;
        -- Another process's start may be taking the run name, so it is locked, and looked for once more.
        IF @run_name IS NOT NULL
        BEGIN
            EXEC lock_name N'run', @run_name;
            IF EXISTS (SELECT 1 FROM process_tracking AS t WHERE t.process_run_name = @run_name)
            BEGIN
                SET @message = CONCAT(
                    N'PT004: process "', @name, N'" may not start under the run name "', @run_name,
                    N'": another run has just taken it; give another name'
                );
                EXEC raise_error @message;
            END;
        END;
        UPDATE process_tracking
        SET
            is_latest_run = 0,
            update_date_time = @now,
            updated_by = @actor_id
        WHERE process_tracking_id = @latest_id;
        INSERT INTO process_tracking (
            process_id, process_status_id, process_run_id, process_run_start_date_time, process_run_actor_id,
            is_latest_run, process_run_name, parent_process_tracking_id, created_by, updated_by
        )
        SELECT
            @process_id,
            s.process_status_id,
            COALESCE(@latest_run_id, 0) + 1,
            @now,
            @actor_id,
            1,
            @run_name,
            @parent_process_tracking_id,
            @actor_id,
            @actor_id
        FROM process_status_lkup AS s
        WHERE s.process_status_name = @process_run_status;
        SET @process_tracking_id = CAST(SCOPE_IDENTITY() AS BIGINT);
    END;

    IF @owns = 1
        COMMIT TRANSACTION;
END TRY
BEGIN CATCH
    IF @owns = 1 AND XACT_STATE() <> 0
        ROLLBACK TRANSACTION;
    IF @owns = 0 AND XACT_STATE() = 1
        ROLLBACK TRANSACTION ptdb_call;
    SET XACT_ABORT OFF;
    THROW;
END CATCH;
GO
