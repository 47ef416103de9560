-- source_id_of: the key of a source that must exist. Internal.
--
-- @source_name  the source
-- @source_id    returns its key
-- Errors: PT011 invalid_argument, PT008 lookup_not_found. Tables: source_lkup.
CREATE OR ALTER PROCEDURE [$(schema)].source_id_of
    @source_name NVARCHAR(4000),
    @source_id INT OUTPUT
AS
SET NOCOUNT ON;
EXEC check_text @source_name, N'source_name', 250;
DECLARE @name NVARCHAR(250) = @source_name;
SET @source_id = (SELECT source_id FROM source_lkup WHERE source_name = @name);
IF @source_id IS NULL
BEGIN
    DECLARE @message NVARCHAR(MAX) = CONCAT(
        N'PT008: there is no source "', @source_name, N'"; start_process_run registers it, or create_topic'
    );
    EXEC raise_error @message;
END;
GO
