-- undo_call: takes back what a call has done, and no more. Internal; for the handler of a routine.
--
-- p_owns  as begin_call returned it
-- Errors: none. Tables: none.
DROP PROCEDURE IF EXISTS undo_call;
DELIMITER //
CREATE PROCEDURE undo_call(IN p_owns BOOLEAN)
SQL SECURITY DEFINER
BEGIN
    -- A deadlock has undone the whole transaction already, and the savepoint with it.
    DECLARE CONTINUE HANDLER FOR 1305 BEGIN END;
    IF p_owns THEN
        ROLLBACK;
    ELSE
        ROLLBACK TO SAVEPOINT ptdb_call;
        RELEASE SAVEPOINT ptdb_call;
    END IF;
END//
DELIMITER ;
