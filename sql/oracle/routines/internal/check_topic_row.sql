-- check_topic_row: refuses to change a lookup row that does not exist or is preloaded. Internal.
--
-- p_topic  the topic, as check_topic returns it
-- p_name   name of the row, locked here
-- Returns: its key. Errors: PT008 lookup_not_found, PT009 protected.
-- Tables: actor_lkup, cluster_tracking_lkup, contact_lkup, dataset_type_lkup, error_type_lkup, extract_status_lkup,
-- process_status_lkup, process_type_lkup, source_lkup, tool_lkup.
CREATE OR REPLACE FUNCTION check_topic_row(p_topic IN VARCHAR2, p_name IN VARCHAR2) RETURN NUMBER
AUTHID DEFINER
IS
    -- What is longer than any name finds nothing.
    v_name VARCHAR2(251 CHAR) := SUBSTR(p_name, 1, 251);
    v_id NUMBER;
    v_creator actor_lkup.created_by%TYPE;
BEGIN
    IF p_topic LIKE '% status' THEN
        v_name := status_name(v_name);
    END IF;
    BEGIN
        CASE p_topic
            WHEN 'actor' THEN
                SELECT actor_id, created_by INTO v_id, v_creator FROM actor_lkup WHERE actor_name = v_name FOR UPDATE;
            WHEN 'cluster' THEN
                SELECT cluster_id, created_by INTO v_id, v_creator
                FROM cluster_tracking_lkup
                WHERE cluster_name = v_name
                FOR UPDATE;
            WHEN 'contact' THEN
                SELECT contact_id, created_by INTO v_id, v_creator
                FROM contact_lkup
                WHERE contact_name = v_name
                FOR UPDATE;
            WHEN 'dataset type' THEN
                SELECT dataset_type_id, created_by INTO v_id, v_creator
                FROM dataset_type_lkup
                WHERE dataset_type = v_name
                FOR UPDATE;
            WHEN 'error type' THEN
                SELECT error_type_id, created_by INTO v_id, v_creator
                FROM error_type_lkup
                WHERE error_type_name = v_name
                FOR UPDATE;
            WHEN 'extract status' THEN
                SELECT extract_status_id, created_by INTO v_id, v_creator
                FROM extract_status_lkup
                WHERE extract_status_name = v_name
                FOR UPDATE;
            WHEN 'process status' THEN
                SELECT process_status_id, created_by INTO v_id, v_creator
                FROM process_status_lkup
                WHERE process_status_name = v_name
                FOR UPDATE;
            WHEN 'process type' THEN
                SELECT process_type_id, created_by INTO v_id, v_creator
                FROM process_type_lkup
                WHERE process_type_name = v_name
                FOR UPDATE;
            WHEN 'source' THEN
                SELECT source_id, created_by INTO v_id, v_creator
                FROM source_lkup
                WHERE source_name = v_name
                FOR UPDATE;
            WHEN 'tool' THEN
                SELECT tool_id, created_by INTO v_id, v_creator FROM tool_lkup WHERE tool_name = v_name FOR UPDATE;
        END CASE;
    EXCEPTION
        WHEN NO_DATA_FOUND THEN
            raise_error(
                'PT008: there is no % of the name "%"; check the spelling, case included', p_topic, p_name
            );
    END;
    IF v_creator = 0 THEN
        raise_error(
            'PT009: the % "%" was preloaded by the installation and is protected; add one of your own instead',
            p_topic, p_name
        );
    END IF;
    RETURN v_id;
END check_topic_row;
/
