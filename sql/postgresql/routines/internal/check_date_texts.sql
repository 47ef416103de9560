-- check_date_texts: refuses dates that are no ISO texts. Internal; called for texts that are not.
--
-- p_dates     the dates as the caller gave them
-- p_filename  the file
-- Errors: PT011 invalid_argument. Tables: none.
CREATE OR REPLACE FUNCTION check_date_texts(p_dates text, p_filename text) RETURNS void
LANGUAGE plpgsql IMMUTABLE
AS $$
BEGIN
    RAISE EXCEPTION 'PT011: a date of "%" is no ISO text (%); give dates such as 2019-12-31 or 2019-12-31T23:59:59Z',
        p_filename, p_dates
        USING ERRCODE = 'PT011';
END;
$$;
