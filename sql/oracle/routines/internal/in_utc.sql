-- in_utc: an instant as the store keeps it. Internal.
--
-- p_instant  the instant, in any time zone
-- Returns: the same instant at the offset +00:00. Not in a zone with a name: oracledb cannot read such a value.
-- Errors: none. Tables: none.
CREATE OR REPLACE FUNCTION in_utc(p_instant IN TIMESTAMP WITH TIME ZONE) RETURN TIMESTAMP WITH TIME ZONE
AUTHID DEFINER
IS
BEGIN
    RETURN FROM_TZ(SYS_EXTRACT_UTC(p_instant), '+00:00');
END in_utc;
/
