-- find_process_filters: finds the filters that a process puts on what it reads.
--
-- @process_id, @process_name  the process, by key or by name
-- Returns: source_name, source_object_name, source_object_attribute_name, filter_type_code, filter_value_numeric,
-- filter_value_string, in that order. Errors: PT011 invalid_argument, PT014 process_not_found.
-- Tables: process, process_filter, filter_type_lkup, source_object_attribute_lkup, source_object_lkup, source_lkup.
CREATE OR ALTER PROCEDURE [$(schema)].find_process_filters
    @process_id INT = NULL,
    @process_name NVARCHAR(4000) = NULL
AS
SET NOCOUNT ON;
DECLARE @key INT;
EXEC process_key @process_id, @process_name, @key OUTPUT;
SELECT
    s.source_name,
    o.source_object_name,
    a.source_object_attribute_name,
    t.filter_type_code,
    f.filter_value_numeric,
    f.filter_value_string
FROM process_filter AS f
INNER JOIN filter_type_lkup AS t ON t.filter_type_id = f.filter_type_id
INNER JOIN source_object_attribute_lkup AS a ON a.source_object_attribute_id = f.source_object_attribute_id
INNER JOIN source_object_lkup AS o ON o.source_object_id = a.source_object_id
INNER JOIN source_lkup AS s ON s.source_id = o.source_id
WHERE f.process_id = @key
ORDER BY s.source_name, o.source_object_name, a.source_object_attribute_name, t.filter_type_code;
GO
