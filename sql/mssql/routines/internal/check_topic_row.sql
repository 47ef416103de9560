-- check_topic_row: refuses to change a lookup row that does not exist or is preloaded. Internal.
--
-- @topic  the topic, as check_topic returns it
-- @name   name of the row, locked here
-- @id     returns its key
-- Errors: PT008 lookup_not_found, PT009 protected.
-- Tables: actor_lkup, cluster_tracking_lkup, contact_lkup, dataset_type_lkup, error_type_lkup, extract_status_lkup,
-- process_status_lkup, process_type_lkup, source_lkup, tool_lkup.
CREATE OR ALTER PROCEDURE [$(schema)].check_topic_row
    @topic NVARCHAR(20),
    @name NVARCHAR(4000),
    @id INT OUTPUT
AS
SET NOCOUNT ON;
DECLARE @creator INT;
DECLARE @message NVARCHAR(MAX);
DECLARE @known NVARCHAR(4000) = @name;
IF @topic LIKE N'% status'
    EXEC status_name @known OUTPUT;
-- What is longer than any name finds nothing.
DECLARE @key NVARCHAR(250) = CASE WHEN LEN(@known) <= 250 THEN @known END;
-- An update that changes nothing takes the row's lock, and holds it until the transaction ends.
IF @topic = N'actor'
BEGIN
    UPDATE actor_lkup SET created_by = created_by WHERE actor_name = @key;
    SELECT
        @id = actor_id,
        @creator = created_by
    FROM actor_lkup
    WHERE actor_name = @key;
END;
ELSE IF @topic = N'cluster'
BEGIN
    UPDATE cluster_tracking_lkup SET created_by = created_by WHERE cluster_name = @key;
    SELECT
        @id = cluster_id,
        @creator = created_by
    FROM cluster_tracking_lkup
    WHERE cluster_name = @key;
END;
ELSE IF @topic = N'contact'
BEGIN
    UPDATE contact_lkup SET created_by = created_by WHERE contact_name = @key;
    SELECT
        @id = contact_id,
        @creator = created_by
    FROM contact_lkup
    WHERE contact_name = @key;
END;
ELSE IF @topic = N'dataset type'
BEGIN
    UPDATE dataset_type_lkup SET created_by = created_by WHERE dataset_type = @key;
    SELECT
        @id = dataset_type_id,
        @creator = created_by
    FROM dataset_type_lkup
    WHERE dataset_type = @key;
END;
ELSE IF @topic = N'error type'
BEGIN
    UPDATE error_type_lkup SET created_by = created_by WHERE error_type_name = @key;
    SELECT
        @id = error_type_id,
        @creator = created_by
    FROM error_type_lkup
    WHERE error_type_name = @key;
END;
ELSE IF @topic = N'extract status'
BEGIN
    UPDATE extract_status_lkup SET created_by = created_by WHERE extract_status_name = @key;
    SELECT
        @id = extract_status_id,
        @creator = created_by
    FROM extract_status_lkup
    WHERE extract_status_name = @key;
END;
ELSE IF @topic = N'process status'
BEGIN
    UPDATE process_status_lkup SET created_by = created_by WHERE process_status_name = @key;
    SELECT
        @id = process_status_id,
        @creator = created_by
    FROM process_status_lkup
    WHERE process_status_name = @key;
END;
ELSE IF @topic = N'process type'
BEGIN
    UPDATE process_type_lkup SET created_by = created_by WHERE process_type_name = @key;
    SELECT
        @id = process_type_id,
        @creator = created_by
    FROM process_type_lkup
    WHERE process_type_name = @key;
END;
ELSE IF @topic = N'source'
BEGIN
    UPDATE source_lkup SET created_by = created_by WHERE source_name = @key;
    SELECT
        @id = source_id,
        @creator = created_by
    FROM source_lkup
    WHERE source_name = @key;
END;
ELSE IF @topic = N'tool'
BEGIN
    UPDATE tool_lkup SET created_by = created_by WHERE tool_name = @key;
    SELECT
        @id = tool_id,
        @creator = created_by
    FROM tool_lkup
    WHERE tool_name = @key;
END;
IF @creator IS NULL
    SET @message = CONCAT(
        N'PT008: there is no ', @topic, N' of the name "', @name, N'"; check the spelling, case included'
    );
ELSE IF @creator = 0
    SET @message = CONCAT(
        N'PT009: the ', @topic, N' "', @name,
        N'" was preloaded by the installation and is protected; add one of your own instead'
    );
IF @message IS NOT NULL
    EXEC raise_error @message;
GO
