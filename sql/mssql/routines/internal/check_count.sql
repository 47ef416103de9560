-- check_count: refuses a number of records that is missing or negative. Internal.
--
-- @value      number of records
-- @parameter  name of the parameter, for the message
-- Errors: PT011 invalid_argument. Tables: none.
CREATE OR ALTER PROCEDURE [$(schema)].check_count
    @value BIGINT,
    @parameter NVARCHAR(128)
AS
SET NOCOUNT ON;
IF @value IS NULL OR @value < 0
BEGIN
    DECLARE @message NVARCHAR(MAX) = CONCAT(
        N'PT011: ', @parameter, N' is ', COALESCE(CAST(@value AS NVARCHAR(20)), N'missing'),
        N'; give a number of records, 0 or more'
    );
    EXEC raise_error @message;
END;
GO
