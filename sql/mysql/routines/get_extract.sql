-- get_extract: returns one extract with its location, names resolved.
--
-- p_extract_id  the extract
-- Returns: one row of v_extract. Errors: PT011 invalid_argument, PT006 extract_not_found. Tables: v_extract.
DROP PROCEDURE IF EXISTS get_extract;
DELIMITER //
CREATE PROCEDURE get_extract(IN p_extract_id BIGINT)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_is_found BOOLEAN;

    CALL check_id(p_extract_id, 'extract_id');
    SELECT EXISTS (SELECT 1 FROM extract_tracking WHERE extract_id = p_extract_id) INTO v_is_found;
    IF NOT v_is_found THEN
        CALL raise_error(
            'PT006: there is no extract with the extract_id %; give the one that register_extract returned',
            p_extract_id, NULL, NULL, NULL
        );
    END IF;
    SELECT * FROM v_extract WHERE extract_id = p_extract_id;
END//
DELIMITER ;
