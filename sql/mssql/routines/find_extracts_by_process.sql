-- find_extracts_by_process: finds the extracts that any run of a process touched.
--
-- @process_name  the process
-- @status        status that the extracts must have; default: ready
-- Returns: rows of v_extract in the order of registration, each extract once.
-- Errors: PT011 invalid_argument, PT008 lookup_not_found, PT014 process_not_found.
-- Tables: process, process_tracking, extract_process_tracking, extract_status_lkup, v_extract.
CREATE OR ALTER PROCEDURE [$(schema)].find_extracts_by_process
    @process_name NVARCHAR(4000),
    @status NVARCHAR(4000) = N'ready'
AS
SET NOCOUNT ON;
DECLARE @process_id INT;
DECLARE @status_id INT;
EXEC process_id_of @process_name, N'process_name', @process_id OUTPUT;
EXEC known_extract_status_id @status, @status_id OUTPUT;
SELECT
    e.extract_id,
    e.extract_filename,
    e.location_id,
    e.location_name,
    e.location_path,
    e.location_type_name,
    e.location_bucket_name,
    e.extract_status_id,
    e.extract_status_name,
    e.extract_registration_date_time,
    e.extract_write_low_date_time,
    e.extract_write_high_date_time,
    e.extract_write_record_count,
    e.extract_load_low_date_time,
    e.extract_load_high_date_time,
    e.extract_load_record_count,
    e.extract_compression_type,
    e.extract_filetype_code,
    e.extract_filetype,
    e.extract_filesize,
    e.filesize_type_code
FROM v_extract AS e
WHERE e.extract_status_id = @status_id
    AND EXISTS (
        SELECT 1
        FROM extract_process_tracking AS tie
        INNER JOIN process_tracking AS t ON t.process_tracking_id = tie.process_tracking_id
        WHERE tie.extract_tracking_id = e.extract_id AND t.process_id = @process_id
    )
ORDER BY e.extract_registration_date_time, e.extract_id;
GO
