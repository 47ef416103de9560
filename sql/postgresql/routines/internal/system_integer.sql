-- system_integer: a setting of the store that is a whole number. Internal.
--
-- p_system_key  name of the setting
-- Returns: its value; NULL when it is not set. Errors: none. Tables: system_lkup.
CREATE OR REPLACE FUNCTION system_integer(p_system_key text) RETURNS integer
LANGUAGE sql STABLE
AS $$
    SELECT system_value::integer FROM system_lkup WHERE system_key = p_system_key;
$$;
