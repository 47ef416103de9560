-- check_dates: refuses a range of dates whose low lies above its high. Internal.
--
-- p_low, p_high  the range as it would be stored; NULL: open
-- p_what         what the range belongs to, for the message
-- Errors: PT011 invalid_argument. Tables: none.
DROP PROCEDURE IF EXISTS check_dates;
DELIMITER //
CREATE PROCEDURE check_dates(
    IN p_low DATETIME(6),
    IN p_high DATETIME(6),
    IN p_what LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
)
SQL SECURITY DEFINER
BEGIN
    IF p_low > p_high THEN
        CALL raise_error(
            'PT011: the dates of % would run from % to % (UTC); the low date may not lie above the high date',
            p_what, DATE_FORMAT(p_low, '%Y-%m-%d %H:%i:%s'), DATE_FORMAT(p_high, '%Y-%m-%d %H:%i:%s'), NULL
        );
    END IF;
END//
DELIMITER ;
