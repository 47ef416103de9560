-- change_extract_status: gives an extract another status on behalf of a run.
--
-- p_process_tracking_id  the run
-- p_extract_id           the extract
-- p_new_status           the new status; an unknown one is added as a custom status. To loading only when every extract
--                        that it depends on, but for soft dependencies, is loaded, archived or deleted
-- Returns: nothing.
-- Errors: PT011 invalid_argument, PT003 run_not_found, PT017 process_on_hold, PT006 extract_not_found,
-- PT007 extract_dependency_blocked. Tables: process_tracking, and those of apply_extract_status.
CREATE OR REPLACE PROCEDURE change_extract_status(
    p_process_tracking_id IN NUMBER,
    p_extract_id IN NUMBER,
    p_new_status IN VARCHAR2
)
AUTHID DEFINER
IS
    v_run process_tracking%ROWTYPE;
    v_ids VARCHAR2(4000);
BEGIN
    SAVEPOINT ptdb_call;
    lock_run(p_process_tracking_id, 'none', v_run);
    check_id(p_extract_id, 'extract_id');
    SELECT JSON_ARRAY(p_extract_id RETURNING VARCHAR2(4000)) INTO v_ids FROM dual;
    apply_extract_status(p_process_tracking_id, v_ids, p_new_status, v_run.process_run_actor_id);
EXCEPTION
    WHEN OTHERS THEN
        ROLLBACK TO SAVEPOINT ptdb_call;
        RAISE;
END change_extract_status;
/
