-- new_uuid: a GUID that no other row has, as it is stored. Internal.
--
-- Returns: lower case with hyphens. Errors: none. Tables: none.
CREATE OR REPLACE FUNCTION new_uuid RETURN VARCHAR2
AUTHID DEFINER
IS
BEGIN
    RETURN parse_uuid(RAWTOHEX(SYS_GUID()), 'a new GUID');
END new_uuid;
/
