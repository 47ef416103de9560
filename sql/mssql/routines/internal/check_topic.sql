-- check_topic: the topic and the fields of a call that administers lookups, checked. Internal.
--
-- @topic  the topic as the caller gave it, in any case; returns its name in lower case
-- @name   name of the row
-- @email  e-mail address; for a contact
-- @max_memory, @memory_unit, @max_processing, @processing_unit  capacity; for a cluster
-- Errors: PT011 invalid_argument. Tables: none.
CREATE OR ALTER PROCEDURE [$(schema)].check_topic
    @topic NVARCHAR(4000) OUTPUT,
    @name NVARCHAR(4000),
    @email NVARCHAR(4000) = NULL,
    @max_memory INT = NULL,
    @memory_unit NVARCHAR(4000) = NULL,
    @max_processing INT = NULL,
    @processing_unit NVARCHAR(4000) = NULL
AS
SET NOCOUNT ON;
DECLARE @message NVARCHAR(MAX);
DECLARE @given NVARCHAR(4000) = @topic;
EXEC check_text @topic, N'topic', NULL;
-- In lower case as English knows it, whatever the language of the database.
SET @topic = LOWER(TRIM(REPLACE(@topic, N'_', N' ')) COLLATE Latin1_General_100_BIN2);
IF @topic NOT IN (
    N'actor', N'cluster', N'contact', N'dataset type', N'error type', N'extract status', N'process status',
    N'process type', N'source', N'tool'
)
BEGIN
    SET @message = CONCAT(
        N'PT011: topic is "', @given, N'"; give actor, cluster, contact, dataset type, error type, extract status, ',
        N'process status, process type, source or tool'
    );
    EXEC raise_error @message;
END;
DECLARE @length INT = CASE WHEN @topic LIKE N'% status' THEN 75 ELSE 250 END;
EXEC check_text @name, N'name', @length;
IF @topic <> N'contact' AND @email IS NOT NULL
    SET @message = CONCAT(
        N'PT011: email is "', @email, N'", but the topic is ', @topic, N'; only a contact has an e-mail address'
    );
ELSE IF @topic <> N'cluster' AND (
        @max_memory IS NOT NULL OR @memory_unit IS NOT NULL
        OR @max_processing IS NOT NULL OR @processing_unit IS NOT NULL
    )
    SET @message = CONCAT(
        N'PT011: memory or processing is given, but the topic is ', @topic, N'; only a cluster has them'
    );
ELSE IF @max_memory < 0 OR @max_processing < 0
    SET @message = CONCAT(
        N'PT011: max_memory is ', COALESCE(CAST(@max_memory AS NVARCHAR(11)), N'not given'),
        N' and max_processing is ', COALESCE(CAST(@max_processing AS NVARCHAR(11)), N'not given'),
        N'; give 0 or more, or leave them out'
    );
IF @message IS NOT NULL
    EXEC raise_error @message;
EXEC check_text @email, N'email', 750, 0;
EXEC check_text @memory_unit, N'memory_unit', 2, 0;
EXEC check_text @processing_unit, N'processing_unit', 3, 0;
GO
