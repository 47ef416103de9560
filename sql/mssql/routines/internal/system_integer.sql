-- system_integer: a setting of the store that is a whole number. Internal.
--
-- @system_key  name of the setting
-- @value       returns its value; NULL when it is not set
-- Errors: none. Tables: system_lkup.
CREATE OR ALTER PROCEDURE [$(schema)].system_integer
    @system_key NVARCHAR(250),
    @value INT OUTPUT
AS
SET NOCOUNT ON;
SET @value = (SELECT CAST(system_value AS INT) FROM system_lkup WHERE system_key = @system_key);
GO
