-- apply_extract_status: gives extracts another status on behalf of a run: all of them or none. Internal.
--
-- p_process_tracking_id  the run
-- p_extract_ids          JSON array of the extracts, each once; locked here in the order of their ids
-- p_status               the new status; an unknown one is added as a custom status
-- p_actor_id             who says so
-- Errors: PT011 invalid_argument, PT006 extract_not_found, PT007 extract_dependency_blocked.
-- Tables: extract_status_lkup, extract_tracking, extract_dependency, dependency_type_lkup, extract_process_tracking.
CREATE OR REPLACE PROCEDURE apply_extract_status(
    p_process_tracking_id IN NUMBER,
    p_extract_ids IN CLOB,
    p_status IN VARCHAR2,
    p_actor_id IN NUMBER
)
AUTHID DEFINER
IS
    v_status_id extract_status_lkup.extract_status_id%TYPE := extract_status_id_of(p_status, p_actor_id);
    v_locked NUMBER := 0;
    v_number NUMBER;
    v_names VARCHAR2(4000);
    v_now TIMESTAMP WITH TIME ZONE;
BEGIN
    FOR item IN (
        SELECT e.extract_id
        FROM extract_tracking e
        WHERE e.extract_id IN (
            SELECT given.id FROM JSON_TABLE(p_extract_ids, '$[*]' COLUMNS (id NUMBER PATH '$')) given
        )
        ORDER BY e.extract_id
        FOR UPDATE
    ) LOOP
        v_locked := v_locked + 1;
    END LOOP;
    SELECT COUNT(*) INTO v_number FROM JSON_TABLE(p_extract_ids, '$[*]' COLUMNS (id NUMBER PATH '$')) item;
    IF v_locked < v_number THEN
        SELECT
            SUBSTR(LISTAGG(TO_CHAR(item.id), ', ' ON OVERFLOW TRUNCATE) WITHIN GROUP (ORDER BY item.id), 1, 200)
        INTO v_names
        FROM JSON_TABLE(p_extract_ids, '$[*]' COLUMNS (id NUMBER PATH '$')) item
        LEFT JOIN extract_tracking e ON item.id = e.extract_id
        WHERE e.extract_id IS NULL;
        raise_error('PT006: there is no extract with the extract_id %; no status was changed', v_names);
    END IF;

    IF p_status = 'loading' THEN
        -- Names are cut, because a text in a query has 4000 bytes at most.
        SELECT
            SUBSTR(
                LISTAGG(
                    '"' || SUBSTR(child.extract_filename, 1, 300) || '" waits for "'
                    || SUBSTR(parent.extract_filename, 1, 300) || '" (' || s.extract_status_name || ')',
                    ', ' ON OVERFLOW TRUNCATE
                ) WITHIN GROUP (ORDER BY d.child_extract_id, d.parent_extract_id),
                1, 1000
            )
        INTO v_names
        FROM JSON_TABLE(p_extract_ids, '$[*]' COLUMNS (id NUMBER PATH '$')) item
        INNER JOIN extract_dependency d ON item.id = d.child_extract_id
        INNER JOIN dependency_type_lkup dt ON d.dependency_type_id = dt.dependency_type_id
        INNER JOIN extract_tracking child ON d.child_extract_id = child.extract_id
        INNER JOIN extract_tracking parent ON d.parent_extract_id = parent.extract_id
        INNER JOIN extract_status_lkup s ON parent.extract_status_id = s.extract_status_id
        LEFT JOIN JSON_TABLE(p_extract_ids, '$[*]' COLUMNS (id NUMBER PATH '$')) batch ON d.parent_extract_id = batch.id
        WHERE dt.dependency_type_name <> 'Soft'
            AND (s.extract_status_name NOT IN ('loaded', 'archived', 'deleted') OR batch.id IS NOT NULL);
        IF v_names IS NOT NULL THEN
            raise_error(
                'PT007: extracts may not be loaded before those they depend on: %; load the parents first, in a call of their own',
                v_names
            );
        END IF;
    END IF;

    v_now := utc_now();
    UPDATE extract_tracking
    SET
        extract_status_id = v_status_id,
        update_date_time = v_now,
        updated_by = p_actor_id
    WHERE extract_id IN (
        SELECT item.id FROM JSON_TABLE(p_extract_ids, '$[*]' COLUMNS (id NUMBER PATH '$')) item
    );
    -- Their rows are locked, so nobody else ties them to anything.
    MERGE INTO extract_process_tracking t
    USING (
        SELECT item.id FROM JSON_TABLE(p_extract_ids, '$[*]' COLUMNS (id NUMBER PATH '$')) item
    ) s
        ON (t.extract_tracking_id = s.id AND t.process_tracking_id = p_process_tracking_id)
    WHEN MATCHED THEN
        UPDATE SET
            t.extract_process_status_id = v_status_id,
            t.extract_process_event_date_time = v_now,
            t.update_date_time = v_now,
            t.updated_by = p_actor_id
    WHEN NOT MATCHED THEN
        INSERT (
            extract_tracking_id, process_tracking_id, extract_process_status_id, extract_process_event_date_time,
            created_by, updated_by
        )
        VALUES (s.id, p_process_tracking_id, v_status_id, v_now, p_actor_id, p_actor_id);
END apply_extract_status;
/
