-- utc_now: the moment of the call, by the server's clock. Internal.
--
-- Returns: the instant as the store keeps it. Errors: none. Tables: none.
CREATE OR REPLACE FUNCTION utc_now RETURN TIMESTAMP WITH TIME ZONE
AUTHID DEFINER
IS
BEGIN
    RETURN in_utc(SYSTIMESTAMP);
END utc_now;
/
