-- change_extract_status: gives an extract another status on behalf of a run.
--
-- p_process_tracking_id  the run
-- p_extract_id           the extract
-- p_new_status           the new status; an unknown one is added as a custom status. To loading only when every extract
--                        that it depends on, but for soft dependencies, is loaded, archived or deleted
-- Returns: nothing.
-- Errors: PT011 invalid_argument, PT003 run_not_found, PT017 process_on_hold, PT006 extract_not_found,
-- PT007 extract_dependency_blocked. Tables: those of change_extracts.
CREATE OR REPLACE PROCEDURE change_extract_status(
    p_process_tracking_id NUMBER,
    p_extract_id NUMBER,
    p_new_status VARCHAR
)
COPY GRANTS
RETURNS VARCHAR
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_is_own BOOLEAN DEFAULT CURRENT_TRANSACTION() IS NULL;
    v_refusal VARCHAR DEFAULT NULL;
    v_status VARCHAR DEFAULT status_name(p_new_status);
BEGIN
    v_refusal := COALESCE(
        id_refusal(p_process_tracking_id, 'process_tracking_id'),
        id_refusal(p_extract_id, 'extract_id'),
        text_refusal(v_status, 'status', 75, TRUE)
    );
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;

    IF (v_is_own) THEN
        BEGIN TRANSACTION;
    END IF;
    UPDATE system_lkup SET system_value = system_value WHERE system_key = 'version';

    CALL change_extracts(:p_process_tracking_id, '[' || :p_extract_id || ']', :v_status);

    IF (v_is_own) THEN
        COMMIT;
    END IF;
EXCEPTION
    WHEN OTHER THEN
        IF (v_is_own) THEN
            ROLLBACK;
        END IF;
        RAISE;
END;
$$;
