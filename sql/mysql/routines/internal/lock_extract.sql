-- lock_extract: an extract that a call changes, its row locked. Internal.
--
-- p_extract_id  the extract
-- p_audit_type  load or write: whose account the call gives; checked here
-- Errors: PT011 invalid_argument, PT006 extract_not_found. Tables: extract_tracking.
DROP PROCEDURE IF EXISTS lock_extract;
DELIMITER //
CREATE PROCEDURE lock_extract(
    IN p_extract_id BIGINT,
    IN p_audit_type LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_is_found BOOLEAN;
    DECLARE v_id BIGINT;
    CALL check_id(p_extract_id, 'extract_id');
    IF p_audit_type NOT IN ('load', 'write') THEN
        CALL raise_error('PT011: audit_type is "%"; give load or write', p_audit_type, NULL, NULL, NULL);
    END IF;
    -- Looked for without a lock first, which would be one on the gap where there is nothing.
    SELECT EXISTS (SELECT 1 FROM extract_tracking WHERE extract_id = p_extract_id) INTO v_is_found;
    IF NOT v_is_found THEN
        CALL raise_error(
            'PT006: there is no extract with the extract_id %; give the one that register_extract returned',
            p_extract_id, NULL, NULL, NULL
        );
    END IF;
    SELECT extract_id INTO v_id FROM extract_tracking WHERE extract_id = p_extract_id FOR UPDATE;
END//
DELIMITER ;
