-- check_size: refuses the size of a file. Internal; called for a size that cannot be read.
--
-- p_size      the size as the caller gave it
-- p_filename  the file
-- Errors: PT011 invalid_argument. Tables: none.
DROP PROCEDURE IF EXISTS check_size;
DELIMITER //
CREATE PROCEDURE check_size(
    IN p_size LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_filename LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
)
SQL SECURITY DEFINER
BEGIN
    CALL raise_error(
        'PT011: the size of "%" is "%"; give a number and a unit (B, KB, MB, GB), such as 12.5 MB',
        p_filename, p_size, NULL, NULL
    );
END//
DELIMITER ;
