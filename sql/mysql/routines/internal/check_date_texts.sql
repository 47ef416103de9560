-- check_date_texts: refuses a date that is no ISO text. Internal; called for a text that is not.
--
-- p_date      the date as the caller gave it
-- p_filename  the file
-- Errors: PT011 invalid_argument. Tables: none.
DROP PROCEDURE IF EXISTS check_date_texts;
DELIMITER //
CREATE PROCEDURE check_date_texts(
    IN p_date LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_filename LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
)
SQL SECURITY DEFINER
BEGIN
    CALL raise_error(
        'PT011: a date of "%" is "%"; give ISO texts of the years 1 to 9999, such as 2019-12-31 or 2019-12-31T23:59:59Z',
        p_filename, p_date, NULL, NULL
    );
END//
DELIMITER ;
