-- fail_stale_runs: fails every running run that gave no sign of life for longer than its process allows.
--
-- Returns: number_failed, how many runs were failed. Errors: none. Tables: actor_lkup, and those of fail_stale.
CREATE OR REPLACE PROCEDURE fail_stale_runs()
COPY GRANTS
RETURNS TABLE (number_failed NUMBER)
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_is_own BOOLEAN DEFAULT CURRENT_TRANSACTION() IS NULL;
    v_refusal VARCHAR DEFAULT NULL;
    v_actor_id NUMBER DEFAULT NULL;
    v_number NUMBER DEFAULT NULL;
    v_result RESULTSET;
BEGIN
    IF (v_is_own) THEN
        BEGIN TRANSACTION;
    END IF;
    UPDATE system_lkup SET system_value = system_value WHERE system_key = 'version';

    CALL actor_id_of(NULL) INTO :v_actor_id;
    CALL fail_stale(NULL, :v_actor_id) INTO :v_number;

    v_result := (SELECT :v_number AS number_failed);
    IF (v_is_own) THEN
        COMMIT;
    END IF;
    RETURN TABLE (v_result);
EXCEPTION
    WHEN OTHER THEN
        IF (v_is_own) THEN
            ROLLBACK;
        END IF;
        RAISE;
END;
$$;
