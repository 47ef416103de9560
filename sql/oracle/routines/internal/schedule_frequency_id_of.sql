-- schedule_frequency_id_of: the key of a schedule frequency that must exist. Internal.
--
-- p_schedule_frequency  name of the frequency
-- Returns: schedule_frequency_id. Errors: PT008 lookup_not_found. Tables: schedule_frequency_lkup.
CREATE OR REPLACE FUNCTION schedule_frequency_id_of(p_schedule_frequency IN VARCHAR2) RETURN NUMBER
AUTHID DEFINER
IS
    v_id schedule_frequency_lkup.schedule_frequency_id%TYPE;
    v_known VARCHAR2(4000);
BEGIN
    SELECT MAX(schedule_frequency_id) INTO v_id
    FROM schedule_frequency_lkup
    WHERE schedule_frequency_name = p_schedule_frequency;
    IF v_id IS NULL THEN
        SELECT
            LISTAGG(schedule_frequency_name, ', ' ON OVERFLOW TRUNCATE) WITHIN GROUP (ORDER BY schedule_frequency_id)
        INTO v_known
        FROM schedule_frequency_lkup;
        raise_error(
            'PT008: there is no schedule frequency "%"; the known ones are %', p_schedule_frequency, v_known
        );
    END IF;
    RETURN v_id;
END schedule_frequency_id_of;
/
