-- register_extract: finds or creates an extract and ties it to a run.
--
-- p_process_tracking_id  the run
-- p_filename             name of the file within its location
-- p_location_path        folder or bucket that the file lies in
-- p_location_name        name for a new location; default: derived from the path
-- p_status               status to give; default: a new extract is initializing, a known one keeps its own
-- p_compression_type     an existing compression type
-- p_filetype             an existing file type, by code or name; default: found by the name's ending
-- p_file_size            a number and a unit (B, KB, MB, GB), such as 12.5 MB; bytes without a unit
-- Returns: p_extract_id. The extract inherits the process's sources and dataset types.
-- Errors: PT011 invalid_argument, PT003 run_not_found, PT017 process_on_hold, PT008 lookup_not_found, PT013 duplicate,
-- PT007 extract_dependency_blocked. Tables: those of register_files.
CREATE OR REPLACE PROCEDURE register_extract(
    p_process_tracking_id IN NUMBER,
    p_filename IN VARCHAR2,
    p_location_path IN VARCHAR2,
    p_location_name IN VARCHAR2 DEFAULT NULL,
    p_status IN VARCHAR2 DEFAULT NULL,
    p_compression_type IN VARCHAR2 DEFAULT NULL,
    p_filetype IN VARCHAR2 DEFAULT NULL,
    p_file_size IN VARCHAR2 DEFAULT NULL,
    p_extract_id OUT NUMBER
)
AUTHID DEFINER
IS
    -- What is longer is refused as it is cut to here, too.
    v_compression_type VARCHAR2(26 CHAR) := SUBSTR(p_compression_type, 1, 26);
    v_filetype VARCHAR2(76 CHAR) := SUBSTR(p_filetype, 1, 76);
    v_file_size VARCHAR2(100 CHAR) := SUBSTR(p_file_size, 1, 100);
    v_file VARCHAR2(4000);
    v_registered CLOB;
BEGIN
    SAVEPOINT ptdb_call;
    check_text(p_filename, 'filename', 750);
    check_text(p_compression_type, 'compression_type', NULL, FALSE);
    check_text(p_filetype, 'filetype', NULL, FALSE);
    SELECT
        JSON_OBJECT(
            'name' VALUE p_filename,
            'compression_type' VALUE v_compression_type,
            'filetype' VALUE v_filetype,
            'size' VALUE v_file_size
            ABSENT ON NULL
        )
    INTO v_file
    FROM dual;
    register_files(
        p_process_tracking_id, p_location_path, p_location_name, '[' || v_file || ']', p_status, 'initializing', 0,
        v_registered
    );
    SELECT MAX(item.id) INTO p_extract_id
    FROM JSON_TABLE(v_registered, '$[*]' COLUMNS (id NUMBER PATH '$[1]')) item;
EXCEPTION
    WHEN OTHERS THEN
        ROLLBACK TO SAVEPOINT ptdb_call;
        RAISE;
END register_extract;
/
