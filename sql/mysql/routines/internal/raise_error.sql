-- raise_error: refuses a call. Internal.
--
-- p_template   the message: its first five characters are the code, each % stands for a value
-- p_1 ... p_4  the values in their order
-- MySQL takes 128 characters of a message, MariaDB 512. So what matters is said first, and long values are cut in the
-- middle until what stands before the semicolon fits into 128; what is too long then loses its end.
-- Errors: the one that it is told. Tables: none.
DROP PROCEDURE IF EXISTS raise_error;
DELIMITER //
CREATE PROCEDURE raise_error(
    IN p_template LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_1 LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_2 LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_3 LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_4 LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_limit INT DEFAULT /*!80000 128 */ /*M!100000 512 */;
    DECLARE v_errno INT DEFAULT 51000 + SUBSTRING(p_template, 3, 3);
    DECLARE v_number INT DEFAULT CHAR_LENGTH(p_template) - CHAR_LENGTH(REPLACE(p_template, '%', ''));
    DECLARE v_message LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT SUBSTRING_INDEX(p_template, '%', 1);
    DECLARE v_head LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT SUBSTRING_INDEX(p_template, ';', 1);
    DECLARE v_head_number INT DEFAULT CHAR_LENGTH(v_head) - CHAR_LENGTH(REPLACE(v_head, '%', ''));
    DECLARE v_value LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
    DECLARE v_room INT;
    DECLARE v_at INT DEFAULT 1;

    WHILE v_at <= v_number DO
        SET v_value = COALESCE(ELT(v_at, p_1, p_2, p_3, p_4), 'NULL');
        -- What is said up to the semicolon matters: a value gets the room that its texts and its other values leave.
        SET v_room = GREATEST(
            40,
            128 - CHAR_LENGTH(v_message)
            - IF(
                v_at <= v_head_number,
                CHAR_LENGTH(REPLACE(SUBSTRING_INDEX(v_head, '%', v_at - v_head_number - 1), '%', '')),
                0
            )
            - IF(v_at < 2 AND v_head_number >= 2, LEAST(CHAR_LENGTH(COALESCE(p_2, '')), 40), 0)
            - IF(v_at < 3 AND v_head_number >= 3, LEAST(CHAR_LENGTH(COALESCE(p_3, '')), 40), 0)
            - IF(v_at < 4 AND v_head_number >= 4, LEAST(CHAR_LENGTH(COALESCE(p_4, '')), 40), 0)
        );
        IF CHAR_LENGTH(v_value) > v_room THEN
            SET v_value = CONCAT(LEFT(v_value, v_room DIV 2), '…', RIGHT(v_value, (v_room - 1) DIV 2));
        END IF;
        SET v_message = CONCAT(
            v_message, v_value, SUBSTRING_INDEX(SUBSTRING_INDEX(p_template, '%', v_at + 1), '%', -1)
        );
        SET v_at = v_at + 1;
    END WHILE;
    IF CHAR_LENGTH(v_message) > v_limit THEN
        SET v_message = CONCAT(LEFT(v_message, v_limit - 1), '…');
    END IF;

    -- An SQLSTATE cannot be a variable.
    CASE LEFT(p_template, 5)
        WHEN 'PT001' THEN SIGNAL SQLSTATE 'PT001' SET MYSQL_ERRNO = v_errno, MESSAGE_TEXT = v_message;
        WHEN 'PT002' THEN SIGNAL SQLSTATE 'PT002' SET MYSQL_ERRNO = v_errno, MESSAGE_TEXT = v_message;
        WHEN 'PT003' THEN SIGNAL SQLSTATE 'PT003' SET MYSQL_ERRNO = v_errno, MESSAGE_TEXT = v_message;
        WHEN 'PT004' THEN SIGNAL SQLSTATE 'PT004' SET MYSQL_ERRNO = v_errno, MESSAGE_TEXT = v_message;
        WHEN 'PT005' THEN SIGNAL SQLSTATE 'PT005' SET MYSQL_ERRNO = v_errno, MESSAGE_TEXT = v_message;
        WHEN 'PT006' THEN SIGNAL SQLSTATE 'PT006' SET MYSQL_ERRNO = v_errno, MESSAGE_TEXT = v_message;
        WHEN 'PT007' THEN SIGNAL SQLSTATE 'PT007' SET MYSQL_ERRNO = v_errno, MESSAGE_TEXT = v_message;
        WHEN 'PT008' THEN SIGNAL SQLSTATE 'PT008' SET MYSQL_ERRNO = v_errno, MESSAGE_TEXT = v_message;
        WHEN 'PT009' THEN SIGNAL SQLSTATE 'PT009' SET MYSQL_ERRNO = v_errno, MESSAGE_TEXT = v_message;
        WHEN 'PT010' THEN SIGNAL SQLSTATE 'PT010' SET MYSQL_ERRNO = v_errno, MESSAGE_TEXT = v_message;
        WHEN 'PT011' THEN SIGNAL SQLSTATE 'PT011' SET MYSQL_ERRNO = v_errno, MESSAGE_TEXT = v_message;
        WHEN 'PT012' THEN SIGNAL SQLSTATE 'PT012' SET MYSQL_ERRNO = v_errno, MESSAGE_TEXT = v_message;
        WHEN 'PT013' THEN SIGNAL SQLSTATE 'PT013' SET MYSQL_ERRNO = v_errno, MESSAGE_TEXT = v_message;
        WHEN 'PT014' THEN SIGNAL SQLSTATE 'PT014' SET MYSQL_ERRNO = v_errno, MESSAGE_TEXT = v_message;
        WHEN 'PT015' THEN SIGNAL SQLSTATE 'PT015' SET MYSQL_ERRNO = v_errno, MESSAGE_TEXT = v_message;
        WHEN 'PT016' THEN SIGNAL SQLSTATE 'PT016' SET MYSQL_ERRNO = v_errno, MESSAGE_TEXT = v_message;
        WHEN 'PT017' THEN SIGNAL SQLSTATE 'PT017' SET MYSQL_ERRNO = v_errno, MESSAGE_TEXT = v_message;
    END CASE;
END//
DELIMITER ;
