-- link_sources: registers the sources and targets of a process and links them to it, at every grain named. Internal.
--
-- @process_id          the process, its row locked
-- @sources, @targets   as parse_sources takes them; NULL: none
-- @actor_id            who says so
-- @is_linked           returns whether anything was new
-- Errors: PT011 invalid_argument.
-- Tables: process_source, process_source_object, process_source_object_attribute, process_target,
-- process_target_object, process_target_object_attribute, and those of register_sources.
CREATE OR ALTER PROCEDURE [$(schema)].link_sources
    @process_id INT,
    @sources NVARCHAR(MAX),
    @targets NVARCHAR(MAX),
    @actor_id INT,
    @is_linked BIT OUTPUT
AS
SET NOCOUNT ON;
DECLARE @read NVARCHAR(MAX);
DECLARE @written NVARCHAR(MAX);
DECLARE @leaf TABLE (
    is_target BIT NOT NULL,
    source_name NVARCHAR(250) COLLATE Latin1_General_100_BIN2 NOT NULL,
    object_name NVARCHAR(250) COLLATE Latin1_General_100_BIN2 NULL,
    attribute_name NVARCHAR(250) COLLATE Latin1_General_100_BIN2 NULL
);
EXEC parse_sources @sources, N'sources', @read OUTPUT;
EXEC parse_sources @targets, N'targets', @written OUTPUT;
INSERT INTO @leaf (is_target, source_name, object_name, attribute_name)
SELECT
    list.is_target,
    item.s,
    item.o,
    item.a
FROM (VALUES (0, @read), (1, @written)) AS list (is_target, leaves)
CROSS APPLY OPENJSON(list.leaves) WITH (s NVARCHAR(250) '$.s', o NVARCHAR(250) '$.o', a NVARCHAR(250) '$.a') AS item;

-- Most starts name what the process is linked to already, and are done with this one look.
SET @is_linked = CASE
    WHEN EXISTS (
        SELECT 1
        FROM @leaf AS leaf
        LEFT JOIN source_lkup AS s ON s.source_name = leaf.source_name
        LEFT JOIN source_object_lkup AS o ON o.source_id = s.source_id AND o.source_object_name = leaf.object_name
        LEFT JOIN source_object_attribute_lkup AS a
            ON a.source_object_id = o.source_object_id AND a.source_object_attribute_name = leaf.attribute_name
        WHERE NOT EXISTS (
                SELECT 1
                FROM process_source AS l
                WHERE leaf.is_target = 0 AND l.process_id = @process_id AND l.source_id = s.source_id
                UNION ALL
                SELECT 1
                FROM process_target AS l
                WHERE leaf.is_target = 1 AND l.process_id = @process_id AND l.target_source_id = s.source_id
            )
            OR leaf.object_name IS NOT NULL AND NOT EXISTS (
                SELECT 1
                FROM process_source_object AS l
                WHERE leaf.is_target = 0 AND l.process_id = @process_id AND l.source_object_id = o.source_object_id
                UNION ALL
                SELECT 1
                FROM process_target_object AS l
                WHERE leaf.is_target = 1 AND l.process_id = @process_id AND l.target_object_id = o.source_object_id
            )
            OR leaf.attribute_name IS NOT NULL AND NOT EXISTS (
                SELECT 1
                FROM process_source_object_attribute AS l
                WHERE leaf.is_target = 0 AND l.process_id = @process_id
                    AND l.source_object_attribute_id = a.source_object_attribute_id
                UNION ALL
                SELECT 1
                FROM process_target_object_attribute AS l
                WHERE leaf.is_target = 1 AND l.process_id = @process_id
                    AND l.target_object_attribute_id = a.source_object_attribute_id
            )
    ) THEN 1
    ELSE 0
END;
IF @is_linked = 1
BEGIN
    -- In one pass: two calls whose sources and targets are each other's would block one another.
    DECLARE @leaves NVARCHAR(MAX) = (
        SELECT
            leaf.source_name AS s,
            leaf.object_name AS o,
            leaf.attribute_name AS a
        FROM @leaf AS leaf
        FOR JSON PATH
    );
    EXEC register_sources @leaves, @actor_id;
    INSERT INTO process_source (process_id, source_id, created_by, updated_by)
    SELECT DISTINCT
        @process_id,
        s.source_id,
        @actor_id,
        @actor_id
    FROM @leaf AS leaf
    INNER JOIN source_lkup AS s ON s.source_name = leaf.source_name
    WHERE leaf.is_target = 0
        AND NOT EXISTS (
            SELECT 1
            FROM process_source AS l
            WHERE l.process_id = @process_id AND l.source_id = s.source_id
        );
    INSERT INTO process_source_object (process_id, source_object_id, created_by, updated_by)
    SELECT DISTINCT
        @process_id,
        o.source_object_id,
        @actor_id,
        @actor_id
    FROM @leaf AS leaf
    INNER JOIN source_lkup AS s ON s.source_name = leaf.source_name
    INNER JOIN source_object_lkup AS o ON o.source_id = s.source_id AND o.source_object_name = leaf.object_name
    WHERE leaf.is_target = 0
        AND NOT EXISTS (
            SELECT 1
            FROM process_source_object AS l
            WHERE l.process_id = @process_id AND l.source_object_id = o.source_object_id
        );
    INSERT INTO process_source_object_attribute (process_id, source_object_attribute_id, created_by, updated_by)
    SELECT DISTINCT
        @process_id,
        a.source_object_attribute_id,
        @actor_id,
        @actor_id
    FROM @leaf AS leaf
    INNER JOIN source_lkup AS s ON s.source_name = leaf.source_name
    INNER JOIN source_object_lkup AS o ON o.source_id = s.source_id AND o.source_object_name = leaf.object_name
    INNER JOIN source_object_attribute_lkup AS a
        ON a.source_object_id = o.source_object_id AND a.source_object_attribute_name = leaf.attribute_name
    WHERE leaf.is_target = 0
        AND NOT EXISTS (
            SELECT 1
            FROM process_source_object_attribute AS l
            WHERE l.process_id = @process_id AND l.source_object_attribute_id = a.source_object_attribute_id
        );
    INSERT INTO process_target (process_id, target_source_id, created_by, updated_by)
    SELECT DISTINCT
        @process_id,
        s.source_id,
        @actor_id,
        @actor_id
    FROM @leaf AS leaf
    INNER JOIN source_lkup AS s ON s.source_name = leaf.source_name
    WHERE leaf.is_target = 1
        AND NOT EXISTS (
            SELECT 1
            FROM process_target AS l
            WHERE l.process_id = @process_id AND l.target_source_id = s.source_id
        );
    INSERT INTO process_target_object (process_id, target_object_id, created_by, updated_by)
    SELECT DISTINCT
        @process_id,
        o.source_object_id,
        @actor_id,
        @actor_id
    FROM @leaf AS leaf
    INNER JOIN source_lkup AS s ON s.source_name = leaf.source_name
    INNER JOIN source_object_lkup AS o ON o.source_id = s.source_id AND o.source_object_name = leaf.object_name
    WHERE leaf.is_target = 1
        AND NOT EXISTS (
            SELECT 1
            FROM process_target_object AS l
            WHERE l.process_id = @process_id AND l.target_object_id = o.source_object_id
        );
    INSERT INTO process_target_object_attribute (process_id, target_object_attribute_id, created_by, updated_by)
    SELECT DISTINCT
        @process_id,
        a.source_object_attribute_id,
        @actor_id,
        @actor_id
    FROM @leaf AS leaf
    INNER JOIN source_lkup AS s ON s.source_name = leaf.source_name
    INNER JOIN source_object_lkup AS o ON o.source_id = s.source_id AND o.source_object_name = leaf.object_name
    INNER JOIN source_object_attribute_lkup AS a
        ON a.source_object_id = o.source_object_id AND a.source_object_attribute_name = leaf.attribute_name
    WHERE leaf.is_target = 1
        AND NOT EXISTS (
            SELECT 1
            FROM process_target_object_attribute AS l
            WHERE l.process_id = @process_id AND l.target_object_attribute_id = a.source_object_attribute_id
        );
END;
GO
