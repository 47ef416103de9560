-- set_extract_record_count: sets how many records an extract has.
--
-- @extract_id   the extract
-- @num_records  number of records; it replaces what was reported before
-- @audit_type   load or write: who counted; default: load
-- Returns: nothing. Errors: PT011 invalid_argument, PT006 extract_not_found. Tables: actor_lkup, extract_tracking.
CREATE OR ALTER PROCEDURE [$(schema)].set_extract_record_count
    @extract_id BIGINT,
    @num_records BIGINT,
    @audit_type NVARCHAR(4000) = N'load'
AS
SET NOCOUNT ON;
SET XACT_ABORT ON;
DECLARE @owns BIT = CASE WHEN @@TRANCOUNT = 0 THEN 1 ELSE 0 END;
DECLARE @actor_id INT;
DECLARE @is_load BIT;
SET @audit_type = COALESCE(@audit_type, N'load');
BEGIN TRY
    IF @owns = 1
        BEGIN TRANSACTION;
    ELSE
        SAVE TRANSACTION ptdb_call;

    EXEC check_count @num_records, N'num_records';
    EXEC actor_id_of NULL, @actor_id OUTPUT;
    EXEC lock_extract @extract_id, @audit_type;
    SET @is_load = CASE @audit_type WHEN N'load' THEN 1 ELSE 0 END;
    UPDATE extract_tracking
    SET
        extract_load_record_count = CASE @is_load WHEN 1 THEN @num_records ELSE extract_load_record_count END,
        extract_write_record_count = CASE @is_load WHEN 0 THEN @num_records ELSE extract_write_record_count END,
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
