-- find_process_source_attributes: finds the attributes that a process reads.
--
-- @process_id, @process_name  the process, by key or by name
-- Returns: source_name, source_type, source_object_name, source_object_attribute_name, is_key, is_filter, is_partition,
-- in the order of the names; nothing where no attributes are registered.
-- Errors: PT011 invalid_argument, PT014 process_not_found.
-- Tables: process, process_source_object_attribute, source_object_attribute_lkup, source_object_lkup, source_lkup,
-- source_type_lkup.
CREATE OR ALTER PROCEDURE [$(schema)].find_process_source_attributes
    @process_id INT = NULL,
    @process_name NVARCHAR(4000) = NULL
AS
SET NOCOUNT ON;
DECLARE @key INT;
EXEC process_key @process_id, @process_name, @key OUTPUT;
SELECT
    s.source_name,
    st.source_type_name AS source_type,
    o.source_object_name,
    a.source_object_attribute_name,
    a.is_key,
    a.is_filter,
    a.is_partition
FROM process_source_object_attribute AS l
INNER JOIN source_object_attribute_lkup AS a ON a.source_object_attribute_id = l.source_object_attribute_id
INNER JOIN source_object_lkup AS o ON o.source_object_id = a.source_object_id
INNER JOIN source_lkup AS s ON s.source_id = o.source_id
INNER JOIN source_type_lkup AS st ON st.source_type_id = s.source_type_id
WHERE l.process_id = @key
ORDER BY s.source_name, o.source_object_name, a.source_object_attribute_name;
GO
