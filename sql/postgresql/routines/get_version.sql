-- get_version: says which version of ptdb the store has.
--
-- Returns: version, such as 1.0.0. Errors: none. Tables: system_lkup.
CREATE OR REPLACE FUNCTION get_version(OUT version text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT
AS $$
    SELECT system_value FROM system_lkup WHERE system_key = 'version';
$$;
