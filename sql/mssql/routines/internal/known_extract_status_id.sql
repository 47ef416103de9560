-- known_extract_status_id: the key of an extract status that must exist. Internal.
--
-- @status             name of the status; NULL: ready; known synonyms count as the name
-- @extract_status_id  returns its key
-- Errors: PT008 lookup_not_found. Tables: extract_status_lkup.
CREATE OR ALTER PROCEDURE [$(schema)].known_extract_status_id
    @status NVARCHAR(4000),
    @extract_status_id INT OUTPUT
AS
SET NOCOUNT ON;
SET @status = COALESCE(@status, N'ready');
EXEC status_name @status OUTPUT;
DECLARE @name NVARCHAR(75) = LEFT(@status, 75);
SET @extract_status_id = (
    SELECT extract_status_id
    FROM extract_status_lkup
    WHERE extract_status_name = @name AND extract_status_name = @status
);
IF @extract_status_id IS NULL
BEGIN
    DECLARE @message NVARCHAR(MAX) = CONCAT(
        N'PT008: there is no extract status "', @status, N'"; the known ones are ',
        (
            SELECT STRING_AGG(CAST(extract_status_name AS NVARCHAR(MAX)), N', ')
                WITHIN GROUP (ORDER BY extract_status_id)
            FROM extract_status_lkup
        )
    );
    EXEC raise_error @message;
END;
GO
