-- set_system_setting: sets a setting of the whole store.
--
-- @system_key    max_concurrent_failures, or stale_after_seconds (seconds)
-- @system_value  a whole number, 1 or more; NULL takes stale_after_seconds away
-- Returns: nothing. Errors: PT011 invalid_argument, PT008 lookup_not_found, PT009 protected (the version).
-- Tables: actor_lkup, system_lkup.
CREATE OR ALTER PROCEDURE [$(schema)].set_system_setting
    @system_key NVARCHAR(4000),
    @system_value NVARCHAR(4000) = NULL
AS
SET NOCOUNT ON;
SET XACT_ABORT ON;
DECLARE @owns BIT = CASE WHEN @@TRANCOUNT = 0 THEN 1 ELSE 0 END;
DECLARE @key NVARCHAR(250);
DECLARE @value NVARCHAR(250);
DECLARE @actor_id INT;
DECLARE @message NVARCHAR(MAX);
BEGIN TRY
    IF @owns = 1
        BEGIN TRANSACTION;
    ELSE
        SAVE TRANSACTION ptdb_call;

    EXEC check_text @system_key, N'system_key', 250;
    -- The known key itself, for blanks at the end do not count.
    SET @key = CASE @system_key COLLATE Latin1_General_100_BIN2
        WHEN N'version' THEN N'version'
        WHEN N'max_concurrent_failures' THEN N'max_concurrent_failures'
        WHEN N'stale_after_seconds' THEN N'stale_after_seconds'
    END;
    IF @key = N'version'
        SET @message = N'PT009: the setting "version" is protected; only an upgrade changes it';
    ELSE IF @key IS NULL
        SET @message = CONCAT(
            N'PT008: there is no setting "', @system_key,
            N'"; the known ones are max_concurrent_failures, stale_after_seconds'
        );
    ELSE IF @system_value IS NULL AND @key <> N'stale_after_seconds'
        OR @system_value COLLATE Latin1_General_100_BIN2 NOT LIKE N'[1-9]%'
        OR @system_value COLLATE Latin1_General_100_BIN2 LIKE N'%[^0-9]%'
        OR LEN(@system_value) > 9
        SET @message = CONCAT(
            N'PT011: system_value of "', @key, N'" is ', COALESCE(N'"' + @system_value + N'"', N'missing'),
            N'; give a whole number, 1 to 999999999'
        );
    IF @message IS NOT NULL
        EXEC raise_error @message;
    IF @system_value IS NULL
        DELETE FROM system_lkup WHERE system_key = @key;
    ELSE
    BEGIN
        SET @value = @system_value;
        EXEC actor_id_of NULL, @actor_id OUTPUT;
        EXEC lock_name N'setting', @key;
        UPDATE system_lkup
        SET
            system_value = @value,
            update_date_time = TODATETIMEOFFSET(SYSUTCDATETIME(), 0),
            updated_by = @actor_id
        WHERE system_key = @key;
        IF @@ROWCOUNT = 0
            INSERT INTO system_lkup (system_key, system_value, created_by, updated_by)
            VALUES (@key, @value, @actor_id, @actor_id);
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
