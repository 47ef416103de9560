-- add_process_filter: adds a filter to a process.
--
-- @process_name                  the process
-- @source_name                   the source
-- @source_object_name            the source object
-- @source_object_attribute_name  the attribute that is compared
-- @filter_type_code              code of the comparison: eq, lt, gt, lte, gte, not, lke, in
-- @filter_value_string           what a string attribute is compared with
-- @filter_value_numeric          what a numeric attribute is compared with; exactly one of the two values is needed
-- Returns: nothing.
-- Errors: PT011 invalid_argument, PT014 process_not_found, PT008 lookup_not_found, PT013 duplicate.
-- Tables: actor_lkup, process, source_lkup, source_object_lkup, source_object_attribute_lkup, filter_type_lkup,
-- process_filter.
CREATE OR ALTER PROCEDURE [$(schema)].add_process_filter
    @process_name NVARCHAR(4000),
    @source_name NVARCHAR(4000),
    @source_object_name NVARCHAR(4000),
    @source_object_attribute_name NVARCHAR(4000),
    @filter_type_code NVARCHAR(4000),
    @filter_value_string NVARCHAR(4000) = NULL,
    @filter_value_numeric DECIMAL(38, 10) = NULL
AS
SET NOCOUNT ON;
SET XACT_ABORT ON;
DECLARE @owns BIT = CASE WHEN @@TRANCOUNT = 0 THEN 1 ELSE 0 END;
DECLARE @process_id INT;
DECLARE @attribute_id INT;
DECLARE @filter_type_id INT;
DECLARE @actor_id INT;
DECLARE @tie NVARCHAR(50);
DECLARE @message NVARCHAR(MAX);
BEGIN TRY
    IF @owns = 1
        BEGIN TRANSACTION;
    ELSE
        SAVE TRANSACTION ptdb_call;

    EXEC process_id_of @process_name, N'process_name', @process_id OUTPUT;
    EXEC attribute_id_of @source_name, @source_object_name, @source_object_attribute_name, @attribute_id OUTPUT;
    EXEC filter_type_id_of @filter_type_code, @filter_type_id OUTPUT;
    EXEC actor_id_of NULL, @actor_id OUTPUT;
    IF @filter_value_string IS NULL AND @filter_value_numeric IS NULL
        OR @filter_value_string IS NOT NULL AND @filter_value_numeric IS NOT NULL
    BEGIN
        SET @message = CONCAT(
            N'PT011: filter_value_string is ', COALESCE(N'"' + @filter_value_string + N'"', N'missing'),
            N' and filter_value_numeric is ', COALESCE(CAST(@filter_value_numeric AS NVARCHAR(40)), N'missing'),
            N'; give one of the two'
        );
        EXEC raise_error @message;
    END;
    IF LEN(@filter_value_string + N'.') - 1 > 250
        EXEC check_text @filter_value_string, N'filter_value_string', 250;
    SET @tie = CONCAT(@process_id, N' ', @attribute_id, N' ', @filter_type_id);
    EXEC lock_name N'process filter', @tie;
    INSERT INTO process_filter (
        process_id, source_object_attribute_id, filter_type_id, filter_value_string, filter_value_numeric, created_by,
        updated_by
    )
    SELECT
        @process_id,
        @attribute_id,
        @filter_type_id,
        @filter_value_string,
        @filter_value_numeric,
        @actor_id,
        @actor_id
    WHERE NOT EXISTS (
            SELECT 1
            FROM process_filter AS f
            WHERE f.process_id = @process_id
                AND f.source_object_attribute_id = @attribute_id
                AND f.filter_type_id = @filter_type_id
        );
    IF @@ROWCOUNT = 0
    BEGIN
        SET @message = CONCAT(
            N'PT013: process "', @process_name, N'" has a filter of type "', @filter_type_code, N'" on "',
            @source_object_attribute_name, N'" already; remove it first to change its value'
        );
        EXEC raise_error @message;
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
