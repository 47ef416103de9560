-- find_process_sources: finds what a process reads, at the grain that was registered.
--
-- @process_id, @process_name  the process, by key or by name
-- Returns: a row for each leaf, in name order: source_id, source_name, source_object_id, source_object_name,
-- source_object_attribute_id, source_object_attribute_name; what is finer than the registered grain is NULL.
-- Errors: PT011 invalid_argument, PT014 process_not_found.
-- Tables: process, process_source, process_source_object, process_source_object_attribute, source_lkup,
-- source_object_lkup, source_object_attribute_lkup.
CREATE OR ALTER PROCEDURE [$(schema)].find_process_sources
    @process_id INT = NULL,
    @process_name NVARCHAR(4000) = NULL
AS
SET NOCOUNT ON;
DECLARE @key INT;
EXEC process_key @process_id, @process_name, @key OUTPUT;
SELECT
    s.source_id,
    s.source_name,
    o.source_object_id,
    o.source_object_name,
    a.source_object_attribute_id,
    a.source_object_attribute_name
FROM process_source AS l
INNER JOIN source_lkup AS s ON s.source_id = l.source_id
LEFT JOIN (
    process_source_object AS lo
    INNER JOIN source_object_lkup AS o ON o.source_object_id = lo.source_object_id
) ON lo.process_id = l.process_id AND o.source_id = l.source_id
LEFT JOIN (
    process_source_object_attribute AS la
    INNER JOIN source_object_attribute_lkup AS a ON a.source_object_attribute_id = la.source_object_attribute_id
) ON la.process_id = l.process_id AND a.source_object_id = o.source_object_id
WHERE l.process_id = @key
ORDER BY s.source_name, o.source_object_name, a.source_object_attribute_name;
GO
