-- Checks what an installation needs, before anything is made, and names all that is missing. Run by install.sql.

DECLARE
    v_missing VARCHAR2(4000);
BEGIN
    IF DBMS_DB_VERSION.VERSION < 12 OR DBMS_DB_VERSION.VERSION = 12 AND DBMS_DB_VERSION.RELEASE < 2 THEN
        RAISE_APPLICATION_ERROR(
            -20000,
            'ptdb needs Oracle Database 12.2 or later; this is '
            || DBMS_DB_VERSION.VERSION || '.' || DBMS_DB_VERSION.RELEASE
        );
    END IF;
    SELECT LISTAGG(needed.privilege, ', ') WITHIN GROUP (ORDER BY needed.privilege) INTO v_missing
    FROM (
        SELECT 'CREATE TABLE' AS privilege FROM dual
        UNION ALL
        SELECT 'CREATE SEQUENCE' FROM dual
        UNION ALL
        SELECT 'CREATE VIEW' FROM dual
        UNION ALL
        SELECT 'CREATE PROCEDURE' FROM dual
    ) needed
    WHERE NOT EXISTS (SELECT 1 FROM session_privs s WHERE s.privilege = needed.privilege);
    IF v_missing IS NOT NULL THEN
        RAISE_APPLICATION_ERROR(-20000, 'you lack rights; let a DBA GRANT ' || v_missing || ' TO ' || USER);
    END IF;
END;
/
