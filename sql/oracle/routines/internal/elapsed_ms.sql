-- elapsed_ms: the time from one instant to another. Internal.
--
-- p_from, p_to  the instants
-- Returns: whole milliseconds. Errors: none. Tables: none.
CREATE OR REPLACE FUNCTION elapsed_ms(
    p_from IN TIMESTAMP WITH TIME ZONE,
    p_to IN TIMESTAMP WITH TIME ZONE
) RETURN NUMBER
AUTHID DEFINER
IS
    v_time INTERVAL DAY(9) TO SECOND(6) := p_to - p_from;
    v_hours NUMBER := EXTRACT(DAY FROM v_time) * 24 + EXTRACT(HOUR FROM v_time);
BEGIN
    RETURN ROUND((v_hours * 60 + EXTRACT(MINUTE FROM v_time)) * 60000 + EXTRACT(SECOND FROM v_time) * 1000);
END elapsed_ms;
/
