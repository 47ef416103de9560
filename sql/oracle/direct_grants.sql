-- Grants to a user what one of the roles may, directly: procedures of his own, which run with his rights, and views of
-- his own may use ptdb by rights that are his, and not by those of a role. Run by the owner of the installation,
-- behind grants.sql, whose grants it repeats. Safe to run again:
--
--   sqlplus -L process_tracker@//HOST/SERVICE @sql/oracle/direct_grants.sql ptdb_runner spark

WHENEVER SQLERROR EXIT FAILURE ROLLBACK
WHENEVER OSERROR EXIT FAILURE ROLLBACK
SET DEFINE ON
SET VERIFY OFF
SET FEEDBACK OFF

DEFINE role = &1
DEFINE grantee = &2

DECLARE
    v_role VARCHAR2(128) := UPPER('&role');
    v_number NUMBER := 0;
BEGIN
    IF v_role NOT IN ('PTDB_READER', 'PTDB_RUNNER', 'PTDB_ADMIN') THEN
        RAISE_APPLICATION_ERROR(
            -20000, v_role || ' is no role of ptdb; there are ptdb_reader, ptdb_runner and ptdb_admin'
        );
    END IF;
    FOR granted IN (
        SELECT p.privilege, p.table_name
        FROM user_tab_privs_made p
        WHERE p.grantee = 'PTDB_READER'
            OR p.grantee = 'PTDB_RUNNER' AND v_role <> 'PTDB_READER'
            OR p.grantee = 'PTDB_ADMIN' AND v_role = 'PTDB_ADMIN'
        ORDER BY p.table_name
    ) LOOP
        EXECUTE IMMEDIATE 'GRANT ' || granted.privilege || ' ON ' || granted.table_name || ' TO &grantee';
        v_number := v_number + 1;
    END LOOP;
    IF v_number = 0 THEN
        RAISE_APPLICATION_ERROR(-20000, v_role || ' has no right on what is yours; run grants.sql before');
    END IF;
END;
/
EXIT SUCCESS
