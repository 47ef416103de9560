-- find_process_contacts: finds whom to tell about a process and its sources.
--
-- @process_id, @process_name  the process, by key or by name
-- Returns: contact_name, contact_email, contact_type (process, or source with its source_name), in the order of type,
-- name and source. Errors: PT011 invalid_argument, PT014 process_not_found.
-- Tables: process, process_contact, contact_lkup, process_source, source_contact, source_lkup.
CREATE OR ALTER PROCEDURE [$(schema)].find_process_contacts
    @process_id INT = NULL,
    @process_name NVARCHAR(4000) = NULL
AS
SET NOCOUNT ON;
DECLARE @key INT;
EXEC process_key @process_id, @process_name, @key OUTPUT;
SELECT
    c.contact_name,
    c.contact_email,
    CAST(N'process' AS NVARCHAR(7)) AS contact_type,
    CAST(NULL AS NVARCHAR(250)) AS source_name
FROM process_contact AS l
INNER JOIN contact_lkup AS c ON c.contact_id = l.contact_id
WHERE l.process_id = @key
UNION ALL
SELECT
    c.contact_name,
    c.contact_email,
    CAST(N'source' AS NVARCHAR(7)) AS contact_type,
    s.source_name
FROM process_source AS ps
INNER JOIN source_contact AS l ON l.source_id = ps.source_id
INNER JOIN contact_lkup AS c ON c.contact_id = l.contact_id
INNER JOIN source_lkup AS s ON s.source_id = ps.source_id
WHERE ps.process_id = @key
ORDER BY contact_type, contact_name, source_name;
GO
