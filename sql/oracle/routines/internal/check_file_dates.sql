-- check_file_dates: refuses files whose dates, merged with those stored, would run backwards. Internal.
--
-- p_files  JSON array of files, as parse_files returns it
-- p_known  JSON array of [position, extract_id] of those that are known, locked already
-- Errors: PT011 invalid_argument. Tables: extract_tracking.
CREATE OR REPLACE PROCEDURE check_file_dates(p_files IN CLOB, p_known IN CLOB)
AUTHID DEFINER
IS
BEGIN
    FOR item IN (
        SELECT merged.extract_filename, merged.write_low, merged.write_high, merged.load_low, merged.load_high
        FROM (
            SELECT
                e.extract_filename,
                LEAST(
                    COALESCE(e.extract_write_low_date_time, given.write_low),
                    COALESCE(given.write_low, e.extract_write_low_date_time)
                ) AS write_low,
                GREATEST(
                    COALESCE(e.extract_write_high_date_time, given.write_high),
                    COALESCE(given.write_high, e.extract_write_high_date_time)
                ) AS write_high,
                LEAST(
                    COALESCE(e.extract_load_low_date_time, given.load_low),
                    COALESCE(given.load_low, e.extract_load_low_date_time)
                ) AS load_low,
                GREATEST(
                    COALESCE(e.extract_load_high_date_time, given.load_high),
                    COALESCE(given.load_high, e.extract_load_high_date_time)
                ) AS load_high
            FROM (
                SELECT
                    known.id,
                    TO_TIMESTAMP_TZ(detail.write_low, 'YYYY-MM-DD HH24:MI:SS.FF6 TZH:TZM') AS write_low,
                    TO_TIMESTAMP_TZ(detail.write_high, 'YYYY-MM-DD HH24:MI:SS.FF6 TZH:TZM') AS write_high,
                    TO_TIMESTAMP_TZ(detail.load_low, 'YYYY-MM-DD HH24:MI:SS.FF6 TZH:TZM') AS load_low,
                    TO_TIMESTAMP_TZ(detail.load_high, 'YYYY-MM-DD HH24:MI:SS.FF6 TZH:TZM') AS load_high
                FROM JSON_TABLE(
                    p_files, '$[*]' COLUMNS (
                        position NUMBER PATH '$.p',
                        write_low VARCHAR2(40) PATH '$.wl',
                        write_high VARCHAR2(40) PATH '$.wh',
                        load_low VARCHAR2(40) PATH '$.ll',
                        load_high VARCHAR2(40) PATH '$.lh',
                        has_details NUMBER PATH '$.d'
                    )
                ) detail
                INNER JOIN JSON_TABLE(
                    p_known, '$[*]' COLUMNS (position NUMBER PATH '$[0]', id NUMBER PATH '$[1]')
                ) known ON detail.position = known.position
                WHERE detail.has_details = 1
            ) given
            INNER JOIN extract_tracking e ON given.id = e.extract_id
        ) merged
        WHERE merged.write_low > merged.write_high OR merged.load_low > merged.load_high
    ) LOOP
        check_dates(item.write_low, item.write_high, item.extract_filename);
        check_dates(item.load_low, item.load_high, item.extract_filename);
    END LOOP;
END check_file_dates;
/
