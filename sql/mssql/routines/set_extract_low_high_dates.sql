-- set_extract_low_high_dates: widens the range of dates in an extract's data.
--
-- @extract_id  the extract
-- @low_date    earliest date; the lower of this and the stored one is kept; NULL leaves it
-- @high_date   latest date; the higher of this and the stored one is kept; NULL leaves it
-- @audit_type  load or write: who saw the dates; default: load
-- Returns: nothing. Errors: PT011 invalid_argument, PT006 extract_not_found. Tables: actor_lkup, extract_tracking.
CREATE OR ALTER PROCEDURE [$(schema)].set_extract_low_high_dates
    @extract_id BIGINT,
    @low_date DATETIMEOFFSET(6) = NULL,
    @high_date DATETIMEOFFSET(6) = NULL,
    @audit_type NVARCHAR(4000) = N'load'
AS
SET NOCOUNT ON;
SET XACT_ABORT ON;
DECLARE @owns BIT = CASE WHEN @@TRANCOUNT = 0 THEN 1 ELSE 0 END;
DECLARE @actor_id INT;
DECLARE @is_load BIT;
DECLARE @known_low DATETIMEOFFSET(6);
DECLARE @known_high DATETIMEOFFSET(6);
DECLARE @low DATETIMEOFFSET(6) = SWITCHOFFSET(@low_date, 0);
DECLARE @high DATETIMEOFFSET(6) = SWITCHOFFSET(@high_date, 0);
DECLARE @what NVARCHAR(100) = CONCAT(N'extract ', @extract_id);
SET @audit_type = COALESCE(@audit_type, N'load');
BEGIN TRY
    IF @owns = 1
        BEGIN TRANSACTION;
    ELSE
        SAVE TRANSACTION ptdb_call;

    EXEC actor_id_of NULL, @actor_id OUTPUT;
    EXEC lock_extract @extract_id, @audit_type;
    SET @is_load = CASE @audit_type WHEN N'load' THEN 1 ELSE 0 END;
    SELECT
        @known_low = CASE @is_load WHEN 1 THEN extract_load_low_date_time ELSE extract_write_low_date_time END,
        @known_high = CASE @is_load WHEN 1 THEN extract_load_high_date_time ELSE extract_write_high_date_time END
    FROM extract_tracking
    WHERE extract_id = @extract_id;
    IF @low IS NULL OR @known_low < @low
        SET @low = @known_low;
    IF @high IS NULL OR @known_high > @high
        SET @high = @known_high;
    EXEC check_dates @low, @high, @what;
    UPDATE extract_tracking
    SET
        extract_load_low_date_time = CASE @is_load WHEN 1 THEN @low ELSE extract_load_low_date_time END,
        extract_load_high_date_time = CASE @is_load WHEN 1 THEN @high ELSE extract_load_high_date_time END,
        extract_write_low_date_time = CASE @is_load WHEN 0 THEN @low ELSE extract_write_low_date_time END,
        extract_write_high_date_time = CASE @is_load WHEN 0 THEN @high ELSE extract_write_high_date_time END,
        update_date_time = TODATETIMEOFFSET(SYSUTCDATETIME(), 0),
        updated_by = @actor_id
    WHERE extract_id = @extract_id;

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
