-- schedule_frequency_id_of: the key of a schedule frequency that must exist. Internal.
--
-- p_schedule_frequency  name of the frequency
-- Returns: schedule_frequency_id. Errors: PT008 lookup_not_found. Tables: schedule_frequency_lkup.
CREATE OR REPLACE FUNCTION schedule_frequency_id_of(p_schedule_frequency text) RETURNS integer
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    v_id integer;
BEGIN
    SELECT schedule_frequency_id INTO v_id
    FROM schedule_frequency_lkup
    WHERE schedule_frequency_name = p_schedule_frequency;
    IF v_id IS NULL THEN
        RAISE EXCEPTION 'PT008: there is no schedule frequency "%"; the known ones are %',
            p_schedule_frequency,
            (SELECT string_agg(schedule_frequency_name, ', ' ORDER BY schedule_frequency_id)
            FROM schedule_frequency_lkup)
            USING ERRCODE = 'PT008';
    END IF;
    RETURN v_id;
END;
$$;
