-- register_extracts: finds or creates many extracts of one location and ties them to a run.
--
-- p_process_tracking_id  the run
-- p_location_path        folder or bucket that the files lie in
-- p_files                JSON array of names, or of objects with name and any of size, compression_type, filetype,
--                        write_low_date, write_high_date, write_record_count, load_low_date, load_high_date,
--                        load_record_count; dates are ISO texts, in UTC when they name no zone
-- p_location_name        name for a new location; default: derived from the path
-- p_status               status to give; default: a new extract is ready, a known one keeps its own
-- p_only_new             1 leaves what is known already alone: not tied to the run, not changed, not returned
-- Returns: p_rows, a cursor on a row for each file in the order given: extract_id, extract_filename, is_new. The
-- extracts inherit the process's sources and dataset types.
-- Errors: PT011 invalid_argument, PT003 run_not_found, PT017 process_on_hold, PT008 lookup_not_found, PT013 duplicate,
-- PT007 extract_dependency_blocked. Tables: those of register_files.
CREATE OR REPLACE PROCEDURE register_extracts(
    p_process_tracking_id IN NUMBER,
    p_location_path IN VARCHAR2,
    p_files IN CLOB,
    p_location_name IN VARCHAR2 DEFAULT NULL,
    p_status IN VARCHAR2 DEFAULT NULL,
    p_only_new IN NUMBER DEFAULT 0,
    p_rows OUT SYS_REFCURSOR
)
AUTHID DEFINER
IS
    v_registered CLOB;
    v_chunks SYS.ODCIVARCHAR2LIST;
BEGIN
    SAVEPOINT ptdb_call;
    register_files(
        p_process_tracking_id, p_location_path, p_location_name, p_files, p_status, 'ready', COALESCE(p_only_new, 0),
        v_registered
    );
    -- The cursor is read when this call is over, and its CLOBs are freed. A collection goes into the cursor by value.
    SELECT CAST(COLLECT(chunk.items) AS SYS.ODCIVARCHAR2LIST) INTO v_chunks
    FROM (
        SELECT
            '[' || LISTAGG('[' || item.position || ',' || item.id || ',' || item.is_new || ']', ',')
            WITHIN GROUP (ORDER BY item.position) || ']' AS items
        FROM JSON_TABLE(
            v_registered, '$[*]' COLUMNS (
                position NUMBER PATH '$[0]',
                id NUMBER PATH '$[1]',
                is_new NUMBER PATH '$[2]'
            )
        ) item
        GROUP BY TRUNC(item.position / 50)
        UNION ALL
        SELECT '[]' FROM dual
    ) chunk;
    OPEN p_rows FOR
    SELECT e.extract_id, e.extract_filename, item.is_new
    FROM TABLE(v_chunks) chunk
    CROSS JOIN JSON_TABLE(
        chunk.column_value, '$[*]' COLUMNS (
            position NUMBER PATH '$[0]',
            id NUMBER PATH '$[1]',
            is_new NUMBER PATH '$[2]'
        )
    ) item
    INNER JOIN extract_tracking e ON item.id = e.extract_id
    ORDER BY item.position;
EXCEPTION
    WHEN OTHERS THEN
        ROLLBACK TO SAVEPOINT ptdb_call;
        RAISE;
END register_extracts;
/
