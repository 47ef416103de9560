-- topic_table_of: a table whose foreign key names a lookup row. Internal.
--
-- @topic       the topic, as check_topic returns it
-- @id          key of the row
-- @table_name  returns the table's name; NULL: none of the store's tables does
-- Errors: none. Tables: those that refer to a topic's.
CREATE OR ALTER PROCEDURE [$(schema)].topic_table_of
    @topic NVARCHAR(20),
    @id INT,
    @table_name NVARCHAR(128) OUTPUT
AS
SET NOCOUNT ON;
SET @table_name = (
    SELECT TOP (1) used.table_name
    FROM (
        SELECT N'process_tracking' AS table_name
        FROM process_tracking
        WHERE @topic = N'actor' AND process_run_actor_id = @id
        UNION ALL
        SELECT N'cluster_process' FROM cluster_process WHERE @topic = N'cluster' AND cluster_id = @id
        UNION ALL
        SELECT N'process_contact' FROM process_contact WHERE @topic = N'contact' AND contact_id = @id
        UNION ALL
        SELECT N'source_contact' FROM source_contact WHERE @topic = N'contact' AND contact_id = @id
        UNION ALL
        SELECT N'extract_dataset_type'
        FROM extract_dataset_type
        WHERE @topic = N'dataset type' AND dataset_type_id = @id
        UNION ALL
        SELECT N'process_dataset_type'
        FROM process_dataset_type
        WHERE @topic = N'dataset type' AND dataset_type_id = @id
        UNION ALL
        SELECT N'source_dataset_type' FROM source_dataset_type WHERE @topic = N'dataset type' AND dataset_type_id = @id
        UNION ALL
        SELECT N'source_object_dataset_type'
        FROM source_object_dataset_type
        WHERE @topic = N'dataset type' AND dataset_type_id = @id
        UNION ALL
        SELECT N'error_tracking' FROM error_tracking WHERE @topic = N'error type' AND error_type_id = @id
        UNION ALL
        SELECT N'extract_tracking' FROM extract_tracking WHERE @topic = N'extract status' AND extract_status_id = @id
        UNION ALL
        SELECT N'extract_process_tracking'
        FROM extract_process_tracking
        WHERE @topic = N'extract status' AND extract_process_status_id = @id
        UNION ALL
        SELECT N'process_tracking' FROM process_tracking WHERE @topic = N'process status' AND process_status_id = @id
        UNION ALL
        SELECT N'process' FROM process WHERE @topic = N'process type' AND process_type_id = @id
        UNION ALL
        SELECT N'extract_source' FROM extract_source WHERE @topic = N'source' AND source_id = @id
        UNION ALL
        SELECT N'process_source' FROM process_source WHERE @topic = N'source' AND source_id = @id
        UNION ALL
        SELECT N'process_target' FROM process_target WHERE @topic = N'source' AND target_source_id = @id
        UNION ALL
        SELECT N'source_object_lkup' FROM source_object_lkup WHERE @topic = N'source' AND source_id = @id
        UNION ALL
        SELECT N'source_contact' FROM source_contact WHERE @topic = N'source' AND source_id = @id
        UNION ALL
        SELECT N'source_dataset_type' FROM source_dataset_type WHERE @topic = N'source' AND source_id = @id
        UNION ALL
        SELECT N'source_location' FROM source_location WHERE @topic = N'source' AND source_id = @id
        UNION ALL
        SELECT N'process' FROM process WHERE @topic = N'tool' AND process_tool_id = @id
    ) AS used
);
GO
