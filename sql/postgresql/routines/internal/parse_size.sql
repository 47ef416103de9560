-- parse_size: the size of a file, as a number and the code of its unit. Internal.
--
-- p_size  a number and a unit (B, KB, MB, GB, in any case), such as "12.5 MB"; bytes without a unit; NULL: unknown
-- Returns: [number, code of the unit]; NULL for NULL. Errors: PT011 invalid_argument. Tables: filesize_type_lkup.
CREATE OR REPLACE FUNCTION parse_size(p_size text) RETURNS text []
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT
AS $$
DECLARE
    v_parts text[] := regexp_match(p_size, '^\s*([0-9]+(?:\.[0-9]+)?)\s*([A-Za-z]*)\s*$');
    v_code text := coalesce(nullif(upper(v_parts[2]), ''), 'B');
BEGIN
    IF p_size IS NULL THEN
        RETURN NULL;
    END IF;
    IF v_parts IS NULL OR NOT EXISTS (SELECT 1 FROM filesize_type_lkup WHERE filesize_type_code = v_code) THEN
        RAISE EXCEPTION 'PT011: the file size is "%"; give a number and a unit (B, KB, MB, GB), such as 12.5 MB', p_size
            USING ERRCODE = 'PT011';
    END IF;
    RETURN ARRAY[v_parts[1], v_code];
END;
$$;
