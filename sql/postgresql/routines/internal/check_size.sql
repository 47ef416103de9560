-- check_size: refuses the size of a file. Internal; called for a size that cannot be read.
--
-- p_size      the size as the caller gave it
-- p_filename  the file
-- Errors: PT011 invalid_argument. Tables: none.
CREATE OR REPLACE FUNCTION check_size(p_size text, p_filename text) RETURNS void
LANGUAGE plpgsql IMMUTABLE
AS $$
BEGIN
    RAISE EXCEPTION 'PT011: the size of "%" is "%"; give a number and a unit (B, KB, MB, GB), such as 12.5 MB',
        p_filename, p_size
        USING ERRCODE = 'PT011';
END;
$$;
