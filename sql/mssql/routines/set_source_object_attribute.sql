-- set_source_object_attribute: sets what is known of an attribute; what is not given stays.
--
-- @source_name                   the source
-- @source_object_name            the source object
-- @source_object_attribute_name  the attribute
-- @attribute_path                path to it within the object, for sources such as JSON
-- @data_type                     its data type; a new one is added
-- @data_length, @data_decimal    its length and decimal places, 0 or more
-- @default_value_string, @default_value_number  its default value
-- @is_pii                        whether it is personally identifiable information
-- @is_key, @is_filter, @is_partition  whether it is part of the key, of finding changes, of the partitioning
-- Returns: nothing. Errors: PT011 invalid_argument, PT008 lookup_not_found.
-- Tables: actor_lkup, data_type_lkup, source_lkup, source_object_lkup, source_object_attribute_lkup.
CREATE OR ALTER PROCEDURE [$(schema)].set_source_object_attribute
    @source_name NVARCHAR(4000),
    @source_object_name NVARCHAR(4000),
    @source_object_attribute_name NVARCHAR(4000),
    @attribute_path NVARCHAR(4000) = NULL,
    @data_type NVARCHAR(4000) = NULL,
    @data_length INT = NULL,
    @data_decimal INT = NULL,
    @default_value_string NVARCHAR(4000) = NULL,
    @default_value_number DECIMAL(38, 10) = NULL,
    @is_pii BIT = NULL,
    @is_key BIT = NULL,
    @is_filter BIT = NULL,
    @is_partition BIT = NULL
AS
SET NOCOUNT ON;
SET XACT_ABORT ON;
DECLARE @owns BIT = CASE WHEN @@TRANCOUNT = 0 THEN 1 ELSE 0 END;
DECLARE @attribute_id INT;
DECLARE @actor_id INT;
DECLARE @data_type_id INT;
DECLARE @message NVARCHAR(MAX);
BEGIN TRY
    IF @owns = 1
        BEGIN TRANSACTION;
    ELSE
        SAVE TRANSACTION ptdb_call;

    EXEC attribute_id_of @source_name, @source_object_name, @source_object_attribute_name, @attribute_id OUTPUT;
    EXEC actor_id_of NULL, @actor_id OUTPUT;
    IF @data_length < 0 OR @data_decimal < 0
    BEGIN
        SET @message = CONCAT(
            N'PT011: data_length is ', COALESCE(CAST(@data_length AS NVARCHAR(11)), N'not given'),
            N' and data_decimal is ', COALESCE(CAST(@data_decimal AS NVARCHAR(11)), N'not given'),
            N'; give 0 or more, or leave them out'
        );
        EXEC raise_error @message;
    END;
    EXEC check_text @attribute_path, N'attribute_path', 750, 0;
    IF LEN(@default_value_string + N'.') - 1 > 250
        EXEC check_text @default_value_string, N'default_value_string', 250;
    IF @data_type IS NOT NULL
        EXEC data_type_id_of @data_type, @actor_id, @data_type_id OUTPUT;
    UPDATE source_object_attribute_lkup
    SET
        attribute_path = COALESCE(@attribute_path, attribute_path),
        data_type_id = COALESCE(@data_type_id, data_type_id),
        data_length = COALESCE(@data_length, data_length),
        data_decimal = COALESCE(@data_decimal, data_decimal),
        default_value_string = COALESCE(@default_value_string, default_value_string),
        default_value_number = COALESCE(@default_value_number, default_value_number),
        is_pii = COALESCE(@is_pii, is_pii),
        is_key = COALESCE(@is_key, is_key),
        is_filter = COALESCE(@is_filter, is_filter),
        is_partition = COALESCE(@is_partition, is_partition),
        update_date_time = TODATETIMEOFFSET(SYSUTCDATETIME(), 0),
        updated_by = @actor_id
    WHERE source_object_attribute_id = @attribute_id;

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
