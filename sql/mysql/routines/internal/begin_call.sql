-- begin_call: makes a call atomic: a transaction of its own, or a part of the caller's. Internal.
--
-- Every routine that writes begins with it, and ends with end_call or, in its handler, with undo_call.
-- Returns: p_owns, whether no transaction was open, so that the call has one of its own. Errors: none. Tables: none.
DROP PROCEDURE IF EXISTS begin_call;
DELIMITER //
CREATE PROCEDURE begin_call(OUT p_owns BOOLEAN)
SQL SECURITY DEFINER
BEGIN
    -- 1305: there is no such savepoint, because a savepoint lives in a transaction only.
    DECLARE CONTINUE HANDLER FOR 1305 SET p_owns = TRUE;
    SET p_owns = FALSE;
    SAVEPOINT ptdb_call;
    ROLLBACK TO SAVEPOINT ptdb_call;
    IF p_owns THEN
        -- For this one transaction: what others have committed is seen, and no gap between rows is locked.
        SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
        START TRANSACTION;
    END IF;
END//
DELIMITER ;
