-- parse_sources: sources or targets, in any of their three grains, as one flat list. Internal.
--
-- @text       JSON text: ["S"], {"S": ["object"]} or {"S": {"object": ["attribute"]}}, each source at its own grain;
--             NULL: none
-- @parameter  name of the parameter, for the messages
-- @leaves     returns a JSON array of {"s": source, "o": object, "a": attribute}, the latter two missing at a coarser
--             grain
-- Errors: PT011 invalid_argument. Tables: none.
CREATE OR ALTER PROCEDURE [$(schema)].parse_sources
    @text NVARCHAR(MAX),
    @parameter NVARCHAR(128),
    @leaves NVARCHAR(MAX) OUTPUT
AS
SET NOCOUNT ON;
DECLARE @is_array BIT;
DECLARE @names NVARCHAR(MAX);
DECLARE @name NVARCHAR(MAX);
DECLARE @what NVARCHAR(128) = CONCAT(N'a name in ', @parameter);
SET @leaves = N'[]';
EXEC check_json @text, @parameter, @is_array OUTPUT;
IF @text IS NULL
    RETURN;
IF @is_array = 1
BEGIN
    EXEC check_names @text, @parameter, 250;
    SET @leaves = COALESCE((SELECT item.value AS s FROM OPENJSON(@text) AS item FOR JSON PATH), N'[]');
    RETURN;
END;
-- Types: 1 text, 4 array, 5 object. A source holds objects or, in an array, their names; an object an array of names.
IF EXISTS (
    SELECT 1
    FROM OPENJSON(@text) AS source
    OUTER APPLY OPENJSON(CASE WHEN source.type IN (4, 5) THEN source.value ELSE N'[]' END) AS object
    OUTER APPLY OPENJSON(CASE WHEN source.type = 5 AND object.type = 4 THEN object.value ELSE N'[]' END) AS attribute
    WHERE source.type NOT IN (4, 5)
        OR source.type = 4 AND object.type <> 1
        OR source.type = 5 AND object.type <> 4
        OR attribute.type <> 1
)
BEGIN
    DECLARE @message NVARCHAR(MAX) = CONCAT(
        N'PT011: ', @parameter, N' is ', LEFT(@text, 200),
        N'; give ["S"], {"S": ["object"]} or {"S": {"object": ["attribute"]}}'
    );
    EXEC raise_error @message;
END;
SET @leaves = COALESCE(
    (
        SELECT
            source.[key] AS s,
            CASE WHEN source.type = 4 THEN object.value ELSE object.[key] END AS o,
            attribute.value AS a
        FROM OPENJSON(@text) AS source
        OUTER APPLY OPENJSON(source.value) AS object
        OUTER APPLY OPENJSON(CASE WHEN source.type = 5 THEN object.value ELSE N'[]' END) AS attribute
        FOR JSON PATH
    ),
    N'[]'
);
SET @names = (
    SELECT CONCAT(
        N'[', STRING_AGG(CAST(CONCAT(N'"', STRING_ESCAPE(name.value, 'json'), N'"') AS NVARCHAR(MAX)), N','), N']'
    )
    FROM OPENJSON(@leaves) AS leaf
    CROSS APPLY OPENJSON(leaf.value) AS name
);
EXEC first_bad_name @names, 250, @name OUTPUT;
IF @name IS NOT NULL
    EXEC check_text @name, @what, 250;
GO
