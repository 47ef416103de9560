-- link_dataset_types: links dataset types to a process, and all of its to its sources, targets and objects. Internal.
--
-- @process_id  the process, its sources and targets linked already, its row locked
-- @text        JSON array of names of dataset types; NULL: none that are new, but perhaps new sources
-- @actor_id    who says so
-- Sources are shared by processes, so what links dataset types to them takes the lock of who adds sources.
-- Errors: PT011 invalid_argument, PT008 lookup_not_found.
-- Tables: dataset_type_lkup, process_dataset_type, source_dataset_type, source_object_dataset_type, process_source,
-- process_target, process_source_object, process_target_object.
CREATE OR ALTER PROCEDURE [$(schema)].link_dataset_types
    @process_id INT,
    @text NVARCHAR(MAX),
    @actor_id INT
AS
SET NOCOUNT ON;
DECLARE @name TABLE (name NVARCHAR(250) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY);
DECLARE @linked TABLE (is_object BIT NOT NULL, id INT NOT NULL, dataset_type_id INT NOT NULL);
EXEC check_names @text, N'dataset_types', 250;
INSERT INTO @name (name)
SELECT DISTINCT item.value COLLATE Latin1_General_100_BIN2
FROM OPENJSON(@text) AS item;
DECLARE @unknown NVARCHAR(MAX) = (
    SELECT STRING_AGG(CAST(CONCAT(N'"', item.name, N'"') AS NVARCHAR(MAX)), N', ') WITHIN GROUP (ORDER BY item.name)
    FROM @name AS item
    WHERE NOT EXISTS (SELECT 1 FROM dataset_type_lkup AS d WHERE d.dataset_type = item.name)
);
IF @unknown IS NOT NULL
BEGIN
    DECLARE @message NVARCHAR(MAX) = CONCAT(
        N'PT008: there is no dataset type ', @unknown, N'; add it with create_topic, or give a known one'
    );
    EXEC raise_error @message;
END;
INSERT INTO process_dataset_type (process_id, dataset_type_id, created_by, updated_by)
SELECT
    @process_id,
    d.dataset_type_id,
    @actor_id,
    @actor_id
FROM @name AS item
INNER JOIN dataset_type_lkup AS d ON d.dataset_type = item.name
WHERE NOT EXISTS (
        SELECT 1
        FROM process_dataset_type AS l
        WHERE l.process_id = @process_id AND l.dataset_type_id = d.dataset_type_id
    );

-- Most starts find all of it linked already, and take no lock.
INSERT INTO @linked (is_object, id, dataset_type_id)
SELECT
    linked.is_object,
    linked.id,
    l.dataset_type_id
FROM process_dataset_type AS l
CROSS JOIN (
    SELECT 0 AS is_object, source_id AS id FROM process_source WHERE process_id = @process_id
    UNION
    SELECT 0, target_source_id FROM process_target WHERE process_id = @process_id
    UNION
    SELECT 1, source_object_id FROM process_source_object WHERE process_id = @process_id
    UNION
    SELECT 1, target_object_id FROM process_target_object WHERE process_id = @process_id
) AS linked
WHERE l.process_id = @process_id;
IF EXISTS (
    SELECT 1
    FROM @linked AS linked
    WHERE linked.is_object = 0 AND NOT EXISTS (
            SELECT 1
            FROM source_dataset_type AS known
            WHERE known.source_id = linked.id AND known.dataset_type_id = linked.dataset_type_id
        )
        OR linked.is_object = 1 AND NOT EXISTS (
            SELECT 1
            FROM source_object_dataset_type AS known
            WHERE known.source_object_id = linked.id AND known.dataset_type_id = linked.dataset_type_id
        )
)
BEGIN
    EXEC lock_name N'sources', N'';
    INSERT INTO source_dataset_type (source_id, dataset_type_id, created_by, updated_by)
    SELECT
        linked.id,
        linked.dataset_type_id,
        @actor_id,
        @actor_id
    FROM @linked AS linked
    WHERE linked.is_object = 0
        AND NOT EXISTS (
            SELECT 1
            FROM source_dataset_type AS known
            WHERE known.source_id = linked.id AND known.dataset_type_id = linked.dataset_type_id
        );
    INSERT INTO source_object_dataset_type (source_object_id, dataset_type_id, created_by, updated_by)
    SELECT
        linked.id,
        linked.dataset_type_id,
        @actor_id,
        @actor_id
    FROM @linked AS linked
    WHERE linked.is_object = 1
        AND NOT EXISTS (
            SELECT 1
            FROM source_object_dataset_type AS known
            WHERE known.source_object_id = linked.id AND known.dataset_type_id = linked.dataset_type_id
        );
END;
GO
