-- set_process_run_record_count: sets how many records a run processed, and keeps the process's total their sum.
--
-- @process_tracking_id  the run
-- @num_records          number of records; it replaces what was reported before
-- @processing_type      insert, update, delete or reject: that count is replaced, and the run's count becomes the sum
--                       of insert, update and delete; default: the run's count itself
-- Returns: nothing. Errors: PT011 invalid_argument, PT003 run_not_found, PT017 process_on_hold.
-- Tables: process, process_tracking.
CREATE OR ALTER PROCEDURE [$(schema)].set_process_run_record_count
    @process_tracking_id BIGINT,
    @num_records BIGINT,
    @processing_type NVARCHAR(4000) = NULL
AS
SET NOCOUNT ON;
SET XACT_ABORT ON;
DECLARE @owns BIT = CASE WHEN @@TRANCOUNT = 0 THEN 1 ELSE 0 END;
DECLARE @process_id INT;
DECLARE @actor_id INT;
DECLARE @inserts BIGINT;
DECLARE @updates BIGINT;
DECLARE @deletes BIGINT;
DECLARE @rejects BIGINT;
DECLARE @before BIGINT;
DECLARE @count DECIMAL(38, 0);
DECLARE @total DECIMAL(38, 0);
DECLARE @now DATETIMEOFFSET(6);
DECLARE @message NVARCHAR(MAX);
BEGIN TRY
    IF @owns = 1
        BEGIN TRANSACTION;
    ELSE
        SAVE TRANSACTION ptdb_call;

    EXEC check_count @num_records, N'num_records';
    IF @processing_type COLLATE Latin1_General_100_BIN2 NOT IN (N'insert', N'update', N'delete', N'reject')
    BEGIN
        SET @message = CONCAT(
            N'PT011: processing_type is "', @processing_type,
            N'"; give insert, update, delete or reject, or leave it out'
        );
        EXEC raise_error @message;
    END;
    EXEC lock_run @process_tracking_id, N'process', @process_id OUTPUT, @actor_id OUTPUT;
    SELECT
        @before = process_run_record_count,
        @inserts = CASE WHEN @processing_type = N'insert' THEN @num_records ELSE process_run_insert_count END,
        @updates = CASE WHEN @processing_type = N'update' THEN @num_records ELSE process_run_update_count END,
        @deletes = CASE WHEN @processing_type = N'delete' THEN @num_records ELSE process_run_delete_count END,
        @rejects = CASE WHEN @processing_type = N'reject' THEN @num_records ELSE process_run_reject_count END
    FROM process_tracking
    WHERE process_tracking_id = @process_tracking_id;
    -- Wider than the columns, so that a sum beyond them is refused in words.
    SET @count = @num_records;
    IF @processing_type IS NOT NULL
        SET @count = CAST(@inserts AS DECIMAL(38, 0)) + @updates + @deletes;
    SET @total = (
        SELECT CAST(total_record_count AS DECIMAL(38, 0)) + @count - @before FROM process WHERE process_id = @process_id
    );
    IF @count > 9223372036854775807 OR @total > 9223372036854775807
    BEGIN
        SET @message = CONCAT(
            N'PT011: num_records is ', @num_records, N', and with it the run or its process would have ',
            CASE WHEN @count > @total THEN @count ELSE @total END,
            N' records; at most 9223372036854775807 are stored'
        );
        EXEC raise_error @message;
    END;
    SET @now = TODATETIMEOFFSET(SYSUTCDATETIME(), 0);
    UPDATE process_tracking
    SET
        process_run_record_count = @count,
        process_run_insert_count = @inserts,
        process_run_update_count = @updates,
        process_run_delete_count = @deletes,
        process_run_reject_count = @rejects,
        update_date_time = @now,
        updated_by = @actor_id
    WHERE process_tracking_id = @process_tracking_id;
    UPDATE process
    SET
        total_record_count = @total,
        update_date_time = @now,
        updated_by = @actor_id
    WHERE process_id = @process_id;

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
