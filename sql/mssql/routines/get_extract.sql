-- get_extract: returns one extract with its location, names resolved.
--
-- @extract_id  the extract
-- Returns: one row of v_extract. Errors: PT011 invalid_argument, PT006 extract_not_found. Tables: v_extract.
CREATE OR ALTER PROCEDURE [$(schema)].get_extract
    @extract_id BIGINT
AS
SET NOCOUNT ON;
EXEC check_id @extract_id, N'extract_id';
IF NOT EXISTS (SELECT 1 FROM extract_tracking WHERE extract_id = @extract_id)
BEGIN
    DECLARE @message NVARCHAR(MAX) = CONCAT(
        N'PT006: there is no extract with the extract_id ', @extract_id,
        N'; give the one that register_extract returned'
    );
    EXEC raise_error @message;
END;
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
WHERE e.extract_id = @extract_id;
GO
