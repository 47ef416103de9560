-- topic_table_of: a table with rows that refer to a lookup row. Internal.
--
-- p_topic  the topic, as topic_text returns it
-- p_id     key of the row
-- Returns: name of the table; NULL: none does. Errors: none. Tables: those that refer to a topic's.
CREATE OR REPLACE PROCEDURE topic_table_of(p_topic VARCHAR, p_id NUMBER)
RETURNS VARCHAR
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_table VARCHAR DEFAULT NULL;
BEGIN
    SELECT MIN(used.table_name)
    INTO :v_table
    FROM (
        SELECT 'process_tracking' AS table_name
        FROM process_tracking
        WHERE :p_topic = 'actor' AND process_run_actor_id = :p_id
        UNION ALL
        SELECT 'cluster_process' FROM cluster_process WHERE :p_topic = 'cluster' AND cluster_id = :p_id
        UNION ALL
        SELECT 'process_contact' FROM process_contact WHERE :p_topic = 'contact' AND contact_id = :p_id
        UNION ALL
        SELECT 'source_contact' FROM source_contact WHERE :p_topic = 'contact' AND contact_id = :p_id
        UNION ALL
        SELECT 'extract_dataset_type'
        FROM extract_dataset_type
        WHERE :p_topic = 'dataset type' AND dataset_type_id = :p_id
        UNION ALL
        SELECT 'process_dataset_type'
        FROM process_dataset_type
        WHERE :p_topic = 'dataset type' AND dataset_type_id = :p_id
        UNION ALL
        SELECT 'source_dataset_type'
        FROM source_dataset_type
        WHERE :p_topic = 'dataset type' AND dataset_type_id = :p_id
        UNION ALL
        SELECT 'source_object_dataset_type'
        FROM source_object_dataset_type
        WHERE :p_topic = 'dataset type' AND dataset_type_id = :p_id
        UNION ALL
        SELECT 'error_tracking' FROM error_tracking WHERE :p_topic = 'error type' AND error_type_id = :p_id
        UNION ALL
        SELECT 'extract_tracking'
        FROM extract_tracking
        WHERE :p_topic = 'extract status' AND extract_status_id = :p_id
        UNION ALL
        SELECT 'extract_process_tracking'
        FROM extract_process_tracking
        WHERE :p_topic = 'extract status' AND extract_process_status_id = :p_id
        UNION ALL
        SELECT 'process_tracking'
        FROM process_tracking
        WHERE :p_topic = 'process status' AND process_status_id = :p_id
        UNION ALL
        SELECT 'process' FROM process WHERE :p_topic = 'process type' AND process_type_id = :p_id
        UNION ALL
        SELECT 'extract_source' FROM extract_source WHERE :p_topic = 'source' AND source_id = :p_id
        UNION ALL
        SELECT 'process_source' FROM process_source WHERE :p_topic = 'source' AND source_id = :p_id
        UNION ALL
        SELECT 'process_target' FROM process_target WHERE :p_topic = 'source' AND target_source_id = :p_id
        UNION ALL
        SELECT 'source_object_lkup' FROM source_object_lkup WHERE :p_topic = 'source' AND source_id = :p_id
        UNION ALL
        SELECT 'source_contact' FROM source_contact WHERE :p_topic = 'source' AND source_id = :p_id
        UNION ALL
        SELECT 'source_dataset_type' FROM source_dataset_type WHERE :p_topic = 'source' AND source_id = :p_id
        UNION ALL
        SELECT 'source_location' FROM source_location WHERE :p_topic = 'source' AND source_id = :p_id
        UNION ALL
        SELECT 'process' FROM process WHERE :p_topic = 'tool' AND process_tool_id = :p_id
    ) AS used;
    RETURN v_table;
END;
$$;
