-- lock_topic: lets one writer at a time give a lookup row a name, until its transaction ends. Internal.
--
-- @topic  the topic, as check_topic returns it
-- @name   the name
-- The locks are those of the routines that add the same rows: tool_id_of and so on, and register_sources.
-- Errors: those of lock_name. Tables: none.
CREATE OR ALTER PROCEDURE [$(schema)].lock_topic
    @topic NVARCHAR(20),
    @name NVARCHAR(250)
AS
SET NOCOUNT ON;
-- Sources are added in sets, and a contact has a second name, its e-mail address: one lock for all of them.
IF @topic IN (N'source', N'contact')
    SET @name = N'';
DECLARE @kind NVARCHAR(50) = CASE @topic WHEN N'source' THEN N'sources' ELSE @topic END;
EXEC lock_name @kind, @name;
GO
