-- find_extracts_by_filename: finds extracts by a part of their file name.
--
-- @filename  part of the name, anywhere in it, to the letter: no wildcards
-- @status    status that the extracts must have; default: ready
-- Returns: rows of v_extract in the order of registration. Errors: PT011 invalid_argument, PT008 lookup_not_found.
-- Tables: extract_status_lkup, v_extract.
CREATE OR ALTER PROCEDURE [$(schema)].find_extracts_by_filename
    @filename NVARCHAR(4000),
    @status NVARCHAR(4000) = N'ready'
AS
SET NOCOUNT ON;
DECLARE @status_id INT;
EXEC known_extract_status_id @status, @status_id OUTPUT;
EXEC check_text @filename, N'filename', 750;
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
WHERE e.extract_status_id = @status_id AND CHARINDEX(@filename, e.extract_filename) > 0
ORDER BY e.extract_registration_date_time, e.extract_id;
GO
