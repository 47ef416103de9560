-- raise_run_error: records an error of a run, and fails the run when told to.
--
-- @process_tracking_id  the run
-- @error_type_name      an existing error type
-- @error_description    what went wrong, of any length; default: "Unspecified error."
-- @fail_run             whether the run has failed by this error; default: no
-- @end_date             when the error occurred; default: now
-- Returns: @error_tracking_id.
-- Errors: PT011 invalid_argument, PT003 run_not_found, PT008 lookup_not_found, PT017 process_on_hold.
-- Tables: error_type_lkup, process, process_tracking, process_status_lkup, error_tracking.
CREATE OR ALTER PROCEDURE [$(schema)].raise_run_error
    @process_tracking_id BIGINT,
    @error_type_name NVARCHAR(4000),
    @error_description NVARCHAR(MAX) = NULL,
    @fail_run BIT = NULL,
    @end_date DATETIMEOFFSET(6) = NULL,
    @error_tracking_id BIGINT = NULL OUTPUT
AS
SET NOCOUNT ON;
SET XACT_ABORT ON;
DECLARE @owns BIT = CASE WHEN @@TRANCOUNT = 0 THEN 1 ELSE 0 END;
DECLARE @process_id INT;
DECLARE @actor_id INT;
DECLARE @type_name NVARCHAR(250);
DECLARE @error_type_id INT;
DECLARE @failed_id INT;
DECLARE @message NVARCHAR(MAX);
DECLARE @end DATETIMEOFFSET(6) = COALESCE(SWITCHOFFSET(@end_date, 0), TODATETIMEOFFSET(SYSUTCDATETIME(), 0));
BEGIN TRY
    IF @owns = 1
        BEGIN TRANSACTION;
    ELSE
        SAVE TRANSACTION ptdb_call;

    EXEC check_text @error_type_name, N'error_type_name', 250;
    SET @type_name = @error_type_name;
    SET @error_type_id = (SELECT error_type_id FROM error_type_lkup WHERE error_type_name = @type_name);
    IF @error_type_id IS NULL
    BEGIN
        SET @message = CONCAT(
            N'PT008: there is no error type "', @error_type_name, N'"; add it with create_topic, or give one of ',
            (
                SELECT STRING_AGG(CAST(CONCAT(N'"', error_type_name, N'"') AS NVARCHAR(MAX)), N', ')
                    WITHIN GROUP (ORDER BY error_type_name)
                FROM error_type_lkup
            )
        );
        EXEC raise_error @message;
    END;
    EXEC lock_run @process_tracking_id, N'process', @process_id OUTPUT, @actor_id OUTPUT;
    INSERT INTO error_tracking (
        error_type_id, error_description, error_occurrence_date_time, process_tracking_id, created_by, updated_by
    )
    VALUES (
        @error_type_id,
        CASE
            WHEN TRIM(CONCAT(N' ', NCHAR(9), NCHAR(10), NCHAR(11), NCHAR(12), NCHAR(13)) FROM @error_description) <> N''
                THEN @error_description
            ELSE N'Unspecified error.'
        END,
        @end,
        @process_tracking_id,
        @actor_id,
        @actor_id
    );
    SET @error_tracking_id = CAST(SCOPE_IDENTITY() AS BIGINT);
    UPDATE process
    SET
        last_errored_run_date_time = CASE
            WHEN last_errored_run_date_time > @end THEN last_errored_run_date_time
            ELSE @end
        END,
        update_date_time = TODATETIMEOFFSET(SYSUTCDATETIME(), 0),
        updated_by = @actor_id
    WHERE process_id = @process_id;
    IF @fail_run = 1
    BEGIN
        SET @failed_id = (SELECT process_status_id FROM process_status_lkup WHERE process_status_name = N'failed');
        EXEC set_run_status @process_tracking_id, @process_id, @failed_id, @end, @actor_id;
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
