-- check_dates: refuses a range of dates whose low lies above its high. Internal.
--
-- @low, @high  the range as it would be stored; NULL: open
-- @what        what the range belongs to, for the message
-- Errors: PT011 invalid_argument. Tables: none.
CREATE OR ALTER PROCEDURE [$(schema)].check_dates
    @low DATETIMEOFFSET(6),
    @high DATETIMEOFFSET(6),
    @what NVARCHAR(MAX)
AS
SET NOCOUNT ON;
IF @low > @high
BEGIN
    DECLARE @message NVARCHAR(MAX) = CONCAT(
        N'PT011: the dates of ', @what, N' would run from ',
        CONVERT(NVARCHAR(19), CAST(SWITCHOFFSET(@low, 0) AS DATETIME2(6)), 120), N' UTC to ',
        CONVERT(NVARCHAR(19), CAST(SWITCHOFFSET(@high, 0) AS DATETIME2(6)), 120),
        N' UTC; the low date may not lie above the high date'
    );
    EXEC raise_error @message;
END;
GO
