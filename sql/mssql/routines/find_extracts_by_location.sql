-- find_extracts_by_location: finds the extracts of a location.
--
-- @location_name  name of the location
-- @location_path  path of the location; one of the two is needed, both must fit when both are given
-- @status         status that the extracts must have; default: ready
-- Returns: rows of v_extract in the order of registration; none for an unknown location.
-- Errors: PT011 invalid_argument, PT008 lookup_not_found. Tables: location_lkup, extract_status_lkup, v_extract.
CREATE OR ALTER PROCEDURE [$(schema)].find_extracts_by_location
    @location_name NVARCHAR(4000) = NULL,
    @location_path NVARCHAR(4000) = NULL,
    @status NVARCHAR(4000) = N'ready'
AS
SET NOCOUNT ON;
DECLARE @status_id INT;
DECLARE @location_id INT;
EXEC known_extract_status_id @status, @status_id OUTPUT;
IF @location_name IS NULL AND @location_path IS NULL
    EXEC raise_error N'PT011: location_name and location_path are missing; give one of them';
EXEC check_text @location_name, N'location_name', 750, 0;
EXEC check_text @location_path, N'location_path', 750, 0;
EXEC location_path_of @location_path OUTPUT;
DECLARE @name NVARCHAR(750) = @location_name;
DECLARE @path NVARCHAR(750) = @location_path;
IF @name IS NULL
    SET @location_id = (SELECT location_id FROM location_lkup WHERE location_path = @path);
ELSE
    SET @location_id = (
        SELECT location_id FROM location_lkup WHERE location_name = @name AND (@path IS NULL OR location_path = @path)
    );
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
WHERE e.location_id = @location_id AND e.extract_status_id = @status_id
ORDER BY e.extract_registration_date_time, e.extract_id;
GO
