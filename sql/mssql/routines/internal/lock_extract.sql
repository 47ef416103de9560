-- lock_extract: locks the extract that a call changes. Internal.
--
-- @extract_id  the extract
-- @audit_type  load or write: whose account the call gives; checked here
-- Errors: PT011 invalid_argument, PT006 extract_not_found. Tables: extract_tracking.
CREATE OR ALTER PROCEDURE [$(schema)].lock_extract
    @extract_id BIGINT,
    @audit_type NVARCHAR(4000)
AS
SET NOCOUNT ON;
DECLARE @message NVARCHAR(MAX);
EXEC check_id @extract_id, N'extract_id';
IF @audit_type COLLATE Latin1_General_100_BIN2 NOT IN (N'load', N'write')
    SET @message = CONCAT(N'PT011: audit_type is "', @audit_type, N'"; give load or write');
ELSE
BEGIN
    -- An update that changes nothing takes the row's lock, and holds it until the transaction ends.
    UPDATE extract_tracking
    SET extract_load_record_count = extract_load_record_count
    WHERE extract_id = @extract_id;
    IF @@ROWCOUNT = 0
        SET @message = CONCAT(
            N'PT006: there is no extract with the extract_id ', @extract_id,
            N'; give the one that register_extract returned'
        );
END;
IF @message IS NOT NULL
    EXEC raise_error @message;
GO
