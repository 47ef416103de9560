-- remove_process_filter: takes a filter off a process.
--
-- @process_name                  the process
-- @source_name                   the source
-- @source_object_name            the source object
-- @source_object_attribute_name  the attribute that is compared
-- @filter_type_code              code of the comparison: eq, lt, gt, lte, gte, not, lke, in
-- Returns: nothing. Errors: PT011 invalid_argument, PT014 process_not_found, PT008 lookup_not_found.
-- Tables: process, source_lkup, source_object_lkup, source_object_attribute_lkup, filter_type_lkup, process_filter.
CREATE OR ALTER PROCEDURE [$(schema)].remove_process_filter
    @process_name NVARCHAR(4000),
    @source_name NVARCHAR(4000),
    @source_object_name NVARCHAR(4000),
    @source_object_attribute_name NVARCHAR(4000),
    @filter_type_code NVARCHAR(4000)
AS
SET NOCOUNT ON;
SET XACT_ABORT ON;
DECLARE @owns BIT = CASE WHEN @@TRANCOUNT = 0 THEN 1 ELSE 0 END;
DECLARE @process_id INT;
DECLARE @attribute_id INT;
DECLARE @filter_type_id INT;
DECLARE @message NVARCHAR(MAX);
BEGIN TRY
    IF @owns = 1
        BEGIN TRANSACTION;
    ELSE
        SAVE TRANSACTION ptdb_call;

    EXEC process_id_of @process_name, N'process_name', @process_id OUTPUT;
    EXEC attribute_id_of @source_name, @source_object_name, @source_object_attribute_name, @attribute_id OUTPUT;
    EXEC filter_type_id_of @filter_type_code, @filter_type_id OUTPUT;
    DELETE FROM process_filter
    WHERE process_id = @process_id
        AND source_object_attribute_id = @attribute_id
        AND filter_type_id = @filter_type_id;
    IF @@ROWCOUNT = 0
    BEGIN
        SET @message = CONCAT(
            N'PT008: process "', @process_name, N'" has no filter of type "', @filter_type_code, N'" on "',
            @source_object_attribute_name, N'"; nothing is to be removed'
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
