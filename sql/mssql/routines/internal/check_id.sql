-- check_id: refuses the key of a run or an extract that is missing. Internal.
--
-- @value      the key as the caller gave it
-- @parameter  name of the parameter, for the message
-- Errors: PT011 invalid_argument. Tables: none.
CREATE OR ALTER PROCEDURE [$(schema)].check_id
    @value BIGINT,
    @parameter NVARCHAR(128)
AS
SET NOCOUNT ON;
IF @value IS NULL
BEGIN
    DECLARE @message NVARCHAR(MAX) = CONCAT(
        N'PT011: ', @parameter, N' is missing; give the key that the store returned when it was registered'
    );
    EXEC raise_error @message;
END;
GO
