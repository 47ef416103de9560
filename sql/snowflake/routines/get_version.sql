-- get_version: says which version of ptdb the store has.
--
-- Returns: version, such as 1.0.0. Errors: none. Tables: system_lkup.
CREATE OR REPLACE PROCEDURE get_version()
COPY GRANTS
RETURNS TABLE (version VARCHAR)
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_result RESULTSET;
BEGIN
    v_result := (SELECT y.system_value AS version FROM system_lkup AS y WHERE y.system_key = 'version');
    RETURN TABLE (v_result);
END;
$$;
