-- set_process_run_low_high_dates: widens the range of dates in the data that a run processed.
--
-- @process_tracking_id  the run
-- @low_date             earliest date; the lower of this and the stored one is kept; NULL leaves it
-- @high_date            latest date; the higher of this and the stored one is kept; NULL leaves it
-- Returns: nothing. Errors: PT011 invalid_argument, PT003 run_not_found, PT017 process_on_hold.
-- Tables: process_tracking.
CREATE OR ALTER PROCEDURE [$(schema)].set_process_run_low_high_dates
    @process_tracking_id BIGINT,
    @low_date DATETIMEOFFSET(6) = NULL,
    @high_date DATETIMEOFFSET(6) = NULL
AS
SET NOCOUNT ON;
SET XACT_ABORT ON;
DECLARE @owns BIT = CASE WHEN @@TRANCOUNT = 0 THEN 1 ELSE 0 END;
DECLARE @process_id INT;
DECLARE @actor_id INT;
DECLARE @low DATETIMEOFFSET(6) = SWITCHOFFSET(@low_date, 0);
DECLARE @high DATETIMEOFFSET(6) = SWITCHOFFSET(@high_date, 0);
DECLARE @what NVARCHAR(30) = CONCAT(N'run ', @process_tracking_id);
BEGIN TRY
    IF @owns = 1
        BEGIN TRANSACTION;
    ELSE
        SAVE TRANSACTION ptdb_call;

    EXEC lock_run @process_tracking_id, N'run', @process_id OUTPUT, @actor_id OUTPUT;
    SELECT
        @low = CASE
            WHEN @low < process_run_low_date_time THEN @low
            ELSE COALESCE(process_run_low_date_time, @low)
        END,
        @high = CASE
            WHEN @high > process_run_high_date_time THEN @high
            ELSE COALESCE(process_run_high_date_time, @high)
        END
    FROM process_tracking
    WHERE process_tracking_id = @process_tracking_id;
    EXEC check_dates @low, @high, @what;
    UPDATE process_tracking
    SET
        process_run_low_date_time = @low,
        process_run_high_date_time = @high,
        update_date_time = TODATETIMEOFFSET(SYSUTCDATETIME(), 0),
        updated_by = @actor_id
    WHERE process_tracking_id = @process_tracking_id;

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
