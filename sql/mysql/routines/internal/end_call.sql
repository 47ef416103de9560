-- end_call: ends what begin_call began. Internal.
--
-- p_owns  as begin_call returned it
-- Errors: none. Tables: none.
DROP PROCEDURE IF EXISTS end_call;
DELIMITER //
CREATE PROCEDURE end_call(IN p_owns BOOLEAN)
SQL SECURITY DEFINER
BEGIN
    IF p_owns THEN
        COMMIT;
    ELSE
        RELEASE SAVEPOINT ptdb_call;
    END IF;
END//
DELIMITER ;
