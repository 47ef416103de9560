-- utc_text: an instant as a message shows it. Internal.
--
-- p_instant  the instant
-- Returns: text in UTC, to the second. Errors: none. Tables: none.
CREATE OR REPLACE FUNCTION utc_text(p_instant IN TIMESTAMP WITH TIME ZONE) RETURN VARCHAR2
AUTHID DEFINER
IS
BEGIN
    RETURN TO_CHAR(SYS_EXTRACT_UTC(p_instant), 'YYYY-MM-DD HH24:MI:SS') || ' UTC';
END utc_text;
/
