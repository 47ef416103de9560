-- get_version: the version of this store.
--
-- Returns: version. Errors: none. Tables: system_lkup.
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
    v_result := (SELECT l.system_value AS version FROM system_lkup AS l WHERE l.system_key = 'version');
    RETURN TABLE (v_result);
END;
$$;
