-- set_source: sets a source's type and character set; what is not given stays.
--
-- @source_name    the source
-- @source_type    an existing source type
-- @character_set  the character set; a new one is added
-- Returns: nothing. Errors: PT011 invalid_argument, PT008 lookup_not_found.
-- Tables: actor_lkup, source_type_lkup, character_set_lkup, source_lkup.
CREATE OR ALTER PROCEDURE [$(schema)].set_source
    @source_name NVARCHAR(4000),
    @source_type NVARCHAR(4000) = NULL,
    @character_set NVARCHAR(4000) = NULL
AS
SET NOCOUNT ON;
SET XACT_ABORT ON;
DECLARE @owns BIT = CASE WHEN @@TRANCOUNT = 0 THEN 1 ELSE 0 END;
DECLARE @source_id INT;
DECLARE @actor_id INT;
DECLARE @type_name NVARCHAR(75) = LEFT(@source_type, 75);
DECLARE @type_id INT;
DECLARE @character_set_id INT;
DECLARE @message NVARCHAR(MAX);
BEGIN TRY
    IF @owns = 1
        BEGIN TRANSACTION;
    ELSE
        SAVE TRANSACTION ptdb_call;

    EXEC source_id_of @source_name, @source_id OUTPUT;
    EXEC actor_id_of NULL, @actor_id OUTPUT;
    EXEC check_text @source_type, N'source_type', NULL, 0;
    SET @type_id = (
        SELECT source_type_id
        FROM source_type_lkup
        WHERE source_type_name = @type_name AND source_type_name = @source_type
    );
    IF @source_type IS NOT NULL AND @type_id IS NULL
    BEGIN
        SET @message = CONCAT(
            N'PT008: there is no source type "', @source_type, N'"; the known ones are ',
            (
                SELECT STRING_AGG(CAST(source_type_name AS NVARCHAR(MAX)), N', ') WITHIN GROUP (ORDER BY source_type_id)
                FROM source_type_lkup
            )
        );
        EXEC raise_error @message;
    END;
    IF @character_set IS NOT NULL
        EXEC character_set_id_of @character_set, @actor_id, @character_set_id OUTPUT;
    UPDATE source_lkup
    SET
        source_type_id = COALESCE(@type_id, source_type_id),
        character_set_id = COALESCE(@character_set_id, character_set_id),
        update_date_time = TODATETIMEOFFSET(SYSUTCDATETIME(), 0),
        updated_by = @actor_id
    WHERE source_id = @source_id;

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
