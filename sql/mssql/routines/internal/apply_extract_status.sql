-- apply_extract_status: gives extracts another status on behalf of a run: all of them or none. Internal.
--
-- @process_tracking_id  the run
-- @extract_ids          JSON array of the extracts; a repeated id counts once; locked here in the order of their ids
-- @status               the new status; an unknown one is added as a custom status
-- @actor_id             who says so
-- Errors: PT011 invalid_argument, PT006 extract_not_found, PT007 extract_dependency_blocked.
-- Tables: extract_status_lkup, extract_tracking, extract_dependency, dependency_type_lkup, extract_process_tracking.
CREATE OR ALTER PROCEDURE [$(schema)].apply_extract_status
    @process_tracking_id BIGINT,
    @extract_ids NVARCHAR(MAX),
    @status NVARCHAR(4000),
    @actor_id INT
AS
SET NOCOUNT ON;
DECLARE @status_id INT;
DECLARE @names NVARCHAR(MAX);
DECLARE @now DATETIMEOFFSET(6);
DECLARE @message NVARCHAR(MAX);
DECLARE @number INT;
DECLARE @item TABLE (extract_id BIGINT NOT NULL PRIMARY KEY);
EXEC extract_status_id_of @status, @actor_id, @status_id OUTPUT;
INSERT INTO @item (extract_id) SELECT DISTINCT CAST(value AS BIGINT) FROM OPENJSON(@extract_ids);
SET @number = @@ROWCOUNT;

-- Locked by an update that changes nothing; the loop follows the order of the ids.
UPDATE e
SET extract_load_record_count = e.extract_load_record_count
FROM @item AS item
INNER JOIN extract_tracking AS e ON e.extract_id = item.extract_id
OPTION (LOOP JOIN, FORCE ORDER);
IF @@ROWCOUNT < @number
BEGIN
    SET @names = (
        SELECT STRING_AGG(CAST(item.extract_id AS NVARCHAR(MAX)), N', ') WITHIN GROUP (ORDER BY item.extract_id)
        FROM @item AS item
        WHERE NOT EXISTS (SELECT 1 FROM extract_tracking AS e WHERE e.extract_id = item.extract_id)
    );
    SET @message = CONCAT(
        N'PT006: there is no extract with the extract_id ', LEFT(@names, 200), N'; no status was changed'
    );
    EXEC raise_error @message;
END;

IF EXISTS (
    SELECT 1 FROM extract_status_lkup WHERE extract_status_id = @status_id AND extract_status_name = N'loading'
)
BEGIN
    SET @names = (
        SELECT STRING_AGG(
            CAST(
                CONCAT(
                    N'"', child.extract_filename, N'" waits for "', parent.extract_filename, N'" (',
                    s.extract_status_name, N')'
                ) AS NVARCHAR(MAX)
            ),
            N', '
        ) WITHIN GROUP (ORDER BY d.child_extract_id, d.parent_extract_id)
        FROM @item AS item
        INNER JOIN extract_dependency AS d ON d.child_extract_id = item.extract_id
        INNER JOIN dependency_type_lkup AS dt ON dt.dependency_type_id = d.dependency_type_id
        INNER JOIN extract_tracking AS child ON child.extract_id = d.child_extract_id
        INNER JOIN extract_tracking AS parent ON parent.extract_id = d.parent_extract_id
        INNER JOIN extract_status_lkup AS s ON s.extract_status_id = parent.extract_status_id
        WHERE dt.dependency_type_name <> N'Soft'
            AND (
                s.extract_status_name NOT IN (N'loaded', N'archived', N'deleted')
                OR EXISTS (SELECT 1 FROM @item AS other WHERE other.extract_id = d.parent_extract_id)
            )
    );
    IF @names IS NOT NULL
    BEGIN
        SET @message = CONCAT(
            N'PT007: extracts may not be loaded before those they depend on: ', LEFT(@names, 1000),
            N'; load the parents first, in a call of their own'
        );
        EXEC raise_error @message;
    END;
END;

SET @now = TODATETIMEOFFSET(SYSUTCDATETIME(), 0);
UPDATE e
SET
    extract_status_id = @status_id,
    update_date_time = @now,
    updated_by = @actor_id
FROM @item AS item
INNER JOIN extract_tracking AS e ON e.extract_id = item.extract_id
OPTION (LOOP JOIN, FORCE ORDER);
UPDATE tie
SET
    extract_process_status_id = @status_id,
    extract_process_event_date_time = @now,
    update_date_time = @now,
    updated_by = @actor_id
FROM @item AS item
INNER JOIN extract_process_tracking AS tie
    ON tie.extract_tracking_id = item.extract_id AND tie.process_tracking_id = @process_tracking_id
OPTION (LOOP JOIN, FORCE ORDER);
-- The extract's lock covers its ties.
INSERT INTO extract_process_tracking (
    extract_tracking_id, process_tracking_id, extract_process_status_id, extract_process_event_date_time,
    created_by, updated_by
)
SELECT
    item.extract_id,
    @process_tracking_id,
    @status_id,
    @now,
    @actor_id,
    @actor_id
FROM @item AS item
WHERE NOT EXISTS (
    SELECT 1
    FROM extract_process_tracking AS tie
    WHERE tie.extract_tracking_id = item.extract_id AND tie.process_tracking_id = @process_tracking_id
);
GO
