-- sources_json: the sources or targets of a process with their objects and attributes, in name order. Internal.
--
-- @process_id  the process
-- @is_target   whether its targets are meant
-- @sources     returns a JSON array: [{source_id, source_name, source_objects: [{source_object_id, source_object_name,
--              source_object_attributes: [{source_object_attribute_id, source_object_attribute_name}]}]}]
-- Errors: none. Tables: source_lkup, source_object_lkup, source_object_attribute_lkup, process_source,
-- process_source_object, process_source_object_attribute, process_target, process_target_object,
-- process_target_object_attribute.
CREATE OR ALTER PROCEDURE [$(schema)].sources_json
    @process_id INT,
    @is_target BIT,
    @sources NVARCHAR(MAX) OUTPUT
AS
SET NOCOUNT ON;
DECLARE @object TABLE (source_object_id INT NOT NULL PRIMARY KEY);
DECLARE @attribute TABLE (source_object_attribute_id INT NOT NULL PRIMARY KEY);
INSERT INTO @object (source_object_id)
SELECT source_object_id FROM process_source_object WHERE @is_target = 0 AND process_id = @process_id
UNION ALL
SELECT target_object_id FROM process_target_object WHERE @is_target = 1 AND process_id = @process_id;
INSERT INTO @attribute (source_object_attribute_id)
SELECT source_object_attribute_id
FROM process_source_object_attribute
WHERE @is_target = 0 AND process_id = @process_id
UNION ALL
SELECT target_object_attribute_id
FROM process_target_object_attribute
WHERE @is_target = 1 AND process_id = @process_id;
WITH attribute AS (
    SELECT
        a.source_object_id,
        STRING_AGG(
            CAST(
                CONCAT(
                    N'{"source_object_attribute_id":', a.source_object_attribute_id,
                    N',"source_object_attribute_name":"',
                    STRING_ESCAPE(a.source_object_attribute_name, 'json'), N'"}'
                ) AS NVARCHAR(MAX)
            ),
            N','
        ) WITHIN GROUP (ORDER BY a.source_object_attribute_name) AS items
    FROM source_object_attribute_lkup AS a
    INNER JOIN @attribute AS la ON la.source_object_attribute_id = a.source_object_attribute_id
    GROUP BY a.source_object_id
),

object AS (
    SELECT
        o.source_id,
        STRING_AGG(
            CAST(
                CONCAT(
                    N'{"source_object_id":', o.source_object_id, N',"source_object_name":"',
                    STRING_ESCAPE(o.source_object_name, 'json'), N'","source_object_attributes":[',
                    attribute.items, N']}'
                ) AS NVARCHAR(MAX)
            ),
            N','
        ) WITHIN GROUP (ORDER BY o.source_object_name) AS items
    FROM source_object_lkup AS o
    INNER JOIN @object AS lo ON lo.source_object_id = o.source_object_id
    LEFT JOIN attribute ON attribute.source_object_id = o.source_object_id
    GROUP BY o.source_id
)

SELECT
    @sources = CONCAT(
        N'[',
        STRING_AGG(
            CAST(
                CONCAT(
                    N'{"source_id":', s.source_id, N',"source_name":"', STRING_ESCAPE(s.source_name, 'json'),
                    N'","source_objects":[', object.items, N']}'
                ) AS NVARCHAR(MAX)
            ),
            N','
        ) WITHIN GROUP (ORDER BY s.source_name),
        N']'
    )
FROM source_lkup AS s
INNER JOIN (
    SELECT source_id FROM process_source WHERE @is_target = 0 AND process_id = @process_id
    UNION ALL
    SELECT target_source_id FROM process_target WHERE @is_target = 1 AND process_id = @process_id
) AS ls ON ls.source_id = s.source_id
LEFT JOIN object ON object.source_id = s.source_id;
GO
