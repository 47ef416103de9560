-- schedule_frequency_id_of: the key of a schedule frequency that must exist. Internal.
--
-- p_schedule_frequency  name of the frequency
-- Returns: p_schedule_frequency_id. Errors: PT008 lookup_not_found. Tables: schedule_frequency_lkup.
DROP PROCEDURE IF EXISTS schedule_frequency_id_of;
DELIMITER //
CREATE PROCEDURE schedule_frequency_id_of(
    IN p_schedule_frequency LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    OUT p_schedule_frequency_id INT
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_known LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
    SELECT (
        SELECT schedule_frequency_id
        FROM schedule_frequency_lkup
        WHERE schedule_frequency_name = p_schedule_frequency
    ) INTO p_schedule_frequency_id;
    IF p_schedule_frequency_id IS NULL THEN
        /*M!100000 SET STATEMENT group_concat_max_len = 1073741824 FOR */
        SELECT /*+ SET_VAR(group_concat_max_len = 1073741824) */
            GROUP_CONCAT(schedule_frequency_name ORDER BY schedule_frequency_id SEPARATOR ', ') INTO v_known
        FROM schedule_frequency_lkup;
        CALL raise_error(
            'PT008: there is no schedule frequency "%"; the known ones are %', p_schedule_frequency, v_known, NULL, NULL
        );
    END IF;
END//
DELIMITER ;
