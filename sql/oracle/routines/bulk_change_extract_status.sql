-- bulk_change_extract_status: gives many extracts another status on behalf of a run: all of them or none.
--
-- p_process_tracking_id  the run
-- p_extract_ids          JSON array of extract ids; a repeated id counts once
-- p_new_status           the new status; an unknown one is added as a custom status. To loading only when every extract
--                        that they depend on, but for soft dependencies, is loaded, archived or deleted, and none of
--                        these is in the batch
-- Returns: nothing.
-- Errors: PT011 invalid_argument, PT003 run_not_found, PT017 process_on_hold, PT006 extract_not_found,
-- PT007 extract_dependency_blocked. Tables: process_tracking, and those of apply_extract_status.
CREATE OR REPLACE PROCEDURE bulk_change_extract_status(
    p_process_tracking_id IN NUMBER,
    p_extract_ids IN CLOB,
    p_new_status IN VARCHAR2
)
AUTHID DEFINER
IS
    v_run process_tracking%ROWTYPE;
BEGIN
    SAVEPOINT ptdb_call;
    lock_run(p_process_tracking_id, 'none', v_run);
    apply_extract_status(
        p_process_tracking_id, parse_ids(p_extract_ids, 'extract_ids'), p_new_status, v_run.process_run_actor_id
    );
EXCEPTION
    WHEN OTHERS THEN
        ROLLBACK TO SAVEPOINT ptdb_call;
        RAISE;
END bulk_change_extract_status;
/
