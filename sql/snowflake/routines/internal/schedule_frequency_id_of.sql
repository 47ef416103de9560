-- schedule_frequency_id_of: the key of a schedule frequency that must exist. Internal.
--
-- p_schedule_frequency  the schedule frequency, its name checked
-- Returns: schedule_frequency_id. Errors: PT008 lookup_not_found. Tables: schedule_frequency_lkup.
CREATE OR REPLACE PROCEDURE schedule_frequency_id_of(p_schedule_frequency VARCHAR)
RETURNS NUMBER
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_id NUMBER DEFAULT NULL;
    v_known VARCHAR DEFAULT NULL;
    v_refusal VARCHAR DEFAULT NULL;
BEGIN
    SELECT
        MAX(IFF(t.schedule_frequency_name = :p_schedule_frequency, t.schedule_frequency_id, NULL)),
        LISTAGG(t.schedule_frequency_name, ', ') WITHIN GROUP (ORDER BY t.schedule_frequency_id)
    INTO :v_id, :v_known
    FROM schedule_frequency_lkup AS t;
    IF (v_id IS NULL) THEN
        v_refusal := 'PT008: there is no schedule frequency "' || p_schedule_frequency || '"; the known ones are '
            || v_known;
        CALL raise_error(:v_refusal);
    END IF;
    RETURN v_id;
END;
$$;
