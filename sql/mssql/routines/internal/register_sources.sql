-- register_sources: adds what is new among sources, their objects and attributes. Internal.
--
-- @leaves    JSON array of {"s": source, "o": object, "a": attribute}, the latter two missing at a coarser grain
-- @actor_id  who adds them
-- One writer at a time adds sources, so that two calls that add the same names, or each other's, do not meet halfway.
-- Errors: those of lock_name. Tables: source_lkup, source_object_lkup, source_object_attribute_lkup.
CREATE OR ALTER PROCEDURE [$(schema)].register_sources
    @leaves NVARCHAR(MAX),
    @actor_id INT
AS
SET NOCOUNT ON;
DECLARE @leaf TABLE (
    source_name NVARCHAR(250) COLLATE Latin1_General_100_BIN2 NOT NULL,
    object_name NVARCHAR(250) COLLATE Latin1_General_100_BIN2 NULL,
    attribute_name NVARCHAR(250) COLLATE Latin1_General_100_BIN2 NULL
);
INSERT INTO @leaf (source_name, object_name, attribute_name)
SELECT
    item.s,
    item.o,
    item.a
FROM OPENJSON(@leaves) WITH (s NVARCHAR(250) '$.s', o NVARCHAR(250) '$.o', a NVARCHAR(250) '$.a') AS item;

EXEC lock_name N'sources', N'';
INSERT INTO source_lkup (source_name, created_by, updated_by)
SELECT DISTINCT
    leaf.source_name,
    @actor_id,
    @actor_id
FROM @leaf AS leaf
WHERE NOT EXISTS (SELECT 1 FROM source_lkup AS s WHERE s.source_name = leaf.source_name);
INSERT INTO source_object_lkup (source_id, source_object_name, created_by, updated_by)
SELECT DISTINCT
    s.source_id,
    leaf.object_name,
    @actor_id,
    @actor_id
FROM @leaf AS leaf
INNER JOIN source_lkup AS s ON s.source_name = leaf.source_name
WHERE leaf.object_name IS NOT NULL
    AND NOT EXISTS (
        SELECT 1
        FROM source_object_lkup AS o
        WHERE o.source_id = s.source_id AND o.source_object_name = leaf.object_name
    );
INSERT INTO source_object_attribute_lkup (source_object_id, source_object_attribute_name, created_by, updated_by)
SELECT DISTINCT
    o.source_object_id,
    leaf.attribute_name,
    @actor_id,
    @actor_id
FROM @leaf AS leaf
INNER JOIN source_lkup AS s ON s.source_name = leaf.source_name
INNER JOIN source_object_lkup AS o ON o.source_id = s.source_id AND o.source_object_name = leaf.object_name
WHERE leaf.attribute_name IS NOT NULL
    AND NOT EXISTS (
        SELECT 1
        FROM source_object_attribute_lkup AS a
        WHERE a.source_object_id = o.source_object_id AND a.source_object_attribute_name = leaf.attribute_name
    );
GO
