-- merge_file_details: takes what a registration says of extracts that are known already. Internal.
--
-- p_files     JSON array of files, as parse_files returns it
-- p_known     JSON array of [position, extract_id] of those that are known, locked already
-- p_actor_id  who says so
-- Ranges of dates are widened; counts, size and types are replaced where given.
-- Errors: PT011 invalid_argument. Tables: extract_tracking.
CREATE OR REPLACE PROCEDURE merge_file_details(p_files IN CLOB, p_known IN CLOB, p_actor_id IN NUMBER)
AUTHID DEFINER
IS
    v_now TIMESTAMP WITH TIME ZONE := utc_now();
BEGIN
    MERGE INTO extract_tracking t
    USING (
        SELECT
            known.id,
            given.filetype_id,
            given.compression_type_id,
            given.filesize,
            given.filesize_type_id,
            TO_TIMESTAMP_TZ(given.write_low, 'YYYY-MM-DD HH24:MI:SS.FF6 TZH:TZM') AS write_low,
            TO_TIMESTAMP_TZ(given.write_high, 'YYYY-MM-DD HH24:MI:SS.FF6 TZH:TZM') AS write_high,
            given.write_count,
            TO_TIMESTAMP_TZ(given.load_low, 'YYYY-MM-DD HH24:MI:SS.FF6 TZH:TZM') AS load_low,
            TO_TIMESTAMP_TZ(given.load_high, 'YYYY-MM-DD HH24:MI:SS.FF6 TZH:TZM') AS load_high,
            given.load_count
        FROM JSON_TABLE(
            p_files, '$[*]' COLUMNS (
                position NUMBER PATH '$.p',
                filetype_id NUMBER PATH '$.g',
                compression_type_id NUMBER PATH '$.c',
                filesize NUMBER PATH '$.z',
                filesize_type_id NUMBER PATH '$.u',
                write_low VARCHAR2(40) PATH '$.wl',
                write_high VARCHAR2(40) PATH '$.wh',
                write_count NUMBER PATH '$.wc',
                load_low VARCHAR2(40) PATH '$.ll',
                load_high VARCHAR2(40) PATH '$.lh',
                load_count NUMBER PATH '$.lc',
                has_details NUMBER PATH '$.d'
            )
        ) given
        INNER JOIN JSON_TABLE(
            p_known, '$[*]' COLUMNS (position NUMBER PATH '$[0]', id NUMBER PATH '$[1]')
        ) known ON given.position = known.position
        WHERE given.has_details = 1
    ) s
        ON (t.extract_id = s.id)
    WHEN MATCHED THEN
        UPDATE SET
            t.extract_write_low_date_time = LEAST(
                COALESCE(t.extract_write_low_date_time, s.write_low),
                COALESCE(s.write_low, t.extract_write_low_date_time)
            ),
            t.extract_write_high_date_time = GREATEST(
                COALESCE(t.extract_write_high_date_time, s.write_high),
                COALESCE(s.write_high, t.extract_write_high_date_time)
            ),
            t.extract_write_record_count = COALESCE(s.write_count, t.extract_write_record_count),
            t.extract_load_low_date_time = LEAST(
                COALESCE(t.extract_load_low_date_time, s.load_low),
                COALESCE(s.load_low, t.extract_load_low_date_time)
            ),
            t.extract_load_high_date_time = GREATEST(
                COALESCE(t.extract_load_high_date_time, s.load_high),
                COALESCE(s.load_high, t.extract_load_high_date_time)
            ),
            t.extract_load_record_count = COALESCE(s.load_count, t.extract_load_record_count),
            t.extract_compression_type_id = COALESCE(s.compression_type_id, t.extract_compression_type_id),
            t.extract_filetype_id = COALESCE(s.filetype_id, t.extract_filetype_id),
            t.extract_filesize = COALESCE(s.filesize, t.extract_filesize),
            t.extract_filesize_type_id = COALESCE(s.filesize_type_id, t.extract_filesize_type_id),
            t.update_date_time = v_now,
            t.updated_by = p_actor_id;
END merge_file_details;
/
