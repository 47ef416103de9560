-- apply_extract_status: gives extracts another status on behalf of a run: all of them or none. Internal.
--
-- p_process_tracking_id  the run
-- p_extract_ids          JSON array of the extracts, ascending, each once; locked here in that order
-- p_status               the new status; an unknown one is added as a custom status
-- p_actor_id             who says so
-- p_owns                 whether the call has a transaction of its own, in which no gap is locked: then it is seen here
--                        whether the extracts exist; else they do
-- Errors: PT011 invalid_argument, PT006 extract_not_found, PT007 extract_dependency_blocked.
-- Tables: extract_status_lkup, extract_tracking, extract_dependency, dependency_type_lkup, extract_process_tracking.
DROP PROCEDURE IF EXISTS apply_extract_status;
DELIMITER //
CREATE PROCEDURE apply_extract_status(
    IN p_process_tracking_id BIGINT,
    IN p_extract_ids LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_status LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_actor_id INT,
    IN p_owns BOOLEAN
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_status_id INT;
    DECLARE v_number BIGINT DEFAULT JSON_LENGTH(p_extract_ids);
    DECLARE v_found BIGINT;
    DECLARE v_tied BIGINT DEFAULT 0;
    DECLARE v_first BIGINT DEFAULT JSON_UNQUOTE(JSON_EXTRACT(p_extract_ids, '$[0]'));
    DECLARE v_last BIGINT DEFAULT JSON_UNQUOTE(
        JSON_EXTRACT(p_extract_ids, CONCAT('$[', GREATEST(v_number, 1) - 1, ']'))
    );
    -- Without a gap, as the extracts of one registration are: found and written in one pass, which a join is not.
    DECLARE v_is_dense BOOLEAN DEFAULT p_owns AND CAST(v_last AS DECIMAL(20)) - v_first = v_number - 1;
    DECLARE v_names LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
    DECLARE v_now DATETIME(6);

    CALL extract_status_id_of(p_status, p_actor_id, v_status_id);
    IF p_status = 'loading' THEN
        -- Locked before their parents are looked at; to any other status, the change itself locks them.
        SELECT COUNT(*) INTO v_found
        FROM (SELECT id FROM JSON_TABLE(p_extract_ids, '$[*]' COLUMNS (id BIGINT PATH '$')) AS element) AS item
        STRAIGHT_JOIN extract_tracking AS e ON e.extract_id = item.id
        FOR UPDATE;
        IF p_owns AND v_found < v_number THEN
            CALL check_extracts(p_extract_ids);
        END IF;
        /*M!100000 SET STATEMENT group_concat_max_len = 1073741824 FOR */
        SELECT /*+ SET_VAR(group_concat_max_len = 1073741824) */
            GROUP_CONCAT(
                '"', child.extract_filename, '" waits for "', parent.extract_filename, '" (', s.extract_status_name, ')'
                ORDER BY d.child_extract_id, d.parent_extract_id SEPARATOR ', '
            )
        INTO v_names
        FROM (SELECT id FROM JSON_TABLE(p_extract_ids, '$[*]' COLUMNS (id BIGINT PATH '$')) AS element) AS item
        STRAIGHT_JOIN extract_dependency AS d ON d.child_extract_id = item.id
        INNER JOIN dependency_type_lkup AS dt ON dt.dependency_type_id = d.dependency_type_id
        INNER JOIN extract_tracking AS child ON child.extract_id = d.child_extract_id
        INNER JOIN extract_tracking AS parent ON parent.extract_id = d.parent_extract_id
        INNER JOIN extract_status_lkup AS s ON s.extract_status_id = parent.extract_status_id
        -- DISTINCT makes it a table with an index: the list is not read anew for each dependency.
        LEFT JOIN (
            SELECT DISTINCT id FROM JSON_TABLE(p_extract_ids, '$[*]' COLUMNS (id BIGINT PATH '$')) AS element
        ) AS batch ON batch.id = d.parent_extract_id
        WHERE dt.dependency_type_name <> 'Soft'
            AND (s.extract_status_name NOT IN ('loaded', 'archived', 'deleted') OR batch.id IS NOT NULL);
        IF v_names IS NOT NULL THEN
            CALL raise_error('PT007: %; load the parents first, in a call of their own', v_names, NULL, NULL, NULL);
        END IF;
    END IF;

    SET v_now = UTC_TIMESTAMP(6);
    IF v_is_dense THEN
        UPDATE extract_tracking
        SET
            extract_status_id = v_status_id,
            update_date_time = v_now,
            updated_by = p_actor_id
        WHERE extract_id BETWEEN v_first AND v_last;
        SET v_found = ROW_COUNT();
    ELSE
        UPDATE JSON_TABLE(p_extract_ids, '$[*]' COLUMNS (id BIGINT PATH '$')) AS item
        STRAIGHT_JOIN extract_tracking AS e ON e.extract_id = item.id
        SET
            e.extract_status_id = v_status_id,
            e.update_date_time = v_now,
            e.updated_by = p_actor_id;
        SET v_found = ROW_COUNT();
    END IF;
    -- Fewer, too, when one was as it is to be already.
    IF p_owns AND v_found < v_number THEN
        CALL check_extracts(p_extract_ids);
    END IF;
    IF v_is_dense THEN
        UPDATE extract_process_tracking
        SET
            extract_process_status_id = v_status_id,
            extract_process_event_date_time = v_now,
            update_date_time = v_now,
            updated_by = p_actor_id
        WHERE extract_tracking_id BETWEEN v_first AND v_last AND process_tracking_id = p_process_tracking_id;
        SET v_tied = ROW_COUNT();
    END IF;
    IF v_tied < v_number THEN
        INSERT INTO extract_process_tracking (
            extract_tracking_id, process_tracking_id, extract_process_status_id, extract_process_event_date_time,
            created_by, updated_by
        )
        SELECT item.id, p_process_tracking_id, v_status_id, v_now, p_actor_id, p_actor_id
        FROM JSON_TABLE(p_extract_ids, '$[*]' COLUMNS (id BIGINT PATH '$')) AS item
        ON DUPLICATE KEY UPDATE
            extract_process_status_id = v_status_id,
            extract_process_event_date_time = v_now,
            update_date_time = v_now,
            updated_by = p_actor_id;
    END IF;
END//
DELIMITER ;
