-- lock_dependencies: lets one caller at a time add a dependency, until its transaction ends. Internal.
--
-- Two insertions, each harmless alone, could close a circle together.
-- Errors: those of lock_name. Tables: none.
CREATE OR ALTER PROCEDURE [$(schema)].lock_dependencies
AS
SET NOCOUNT ON;
EXEC lock_name N'dependencies', N'';
GO
