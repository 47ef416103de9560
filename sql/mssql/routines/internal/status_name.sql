-- status_name: the name that a status goes by. Internal.
--
-- @status  status as the caller gave it; returns the preloaded name for its two known synonyms
-- Errors: none. Tables: none.
CREATE OR ALTER PROCEDURE [$(schema)].status_name
    @status NVARCHAR(4000) OUTPUT
AS
SET NOCOUNT ON;
SET @status = CASE @status COLLATE Latin1_General_100_BIN2
    WHEN N'complete' THEN N'completed'
    WHEN N'initialized' THEN N'initializing'
    ELSE @status
END;
GO
