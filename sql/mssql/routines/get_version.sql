-- get_version: returns the version of the store.
--
-- Returns: @version, such as 1.0.0. Errors: none. Tables: system_lkup.
CREATE OR ALTER PROCEDURE [$(schema)].get_version
    @version NVARCHAR(250) = NULL OUTPUT
AS
SET NOCOUNT ON;
SET @version = (SELECT system_value FROM system_lkup WHERE system_key = N'version');
GO
