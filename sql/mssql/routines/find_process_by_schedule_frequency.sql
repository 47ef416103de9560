-- find_process_by_schedule_frequency: finds the processes that should run at a frequency.
--
-- @frequency  the schedule frequency; default: hourly
-- Returns: process_id, process_name, process_type_name, tool_name, schedule_frequency_name, in the order of the names.
-- Errors: PT011 invalid_argument, PT008 lookup_not_found. Tables: schedule_frequency_lkup, process, process_type_lkup,
-- tool_lkup.
CREATE OR ALTER PROCEDURE [$(schema)].find_process_by_schedule_frequency
    @frequency NVARCHAR(4000) = N'hourly'
AS
SET NOCOUNT ON;
DECLARE @frequency_id INT;
SET @frequency = COALESCE(@frequency, N'hourly');
EXEC check_text @frequency, N'frequency', 25;
EXEC schedule_frequency_id_of @frequency, @frequency_id OUTPUT;
SELECT
    p.process_id,
    p.process_name,
    pt.process_type_name,
    t.tool_name,
    f.schedule_frequency_name
FROM process AS p
INNER JOIN process_type_lkup AS pt ON pt.process_type_id = p.process_type_id
INNER JOIN tool_lkup AS t ON t.tool_id = p.process_tool_id
INNER JOIN schedule_frequency_lkup AS f ON f.schedule_frequency_id = p.schedule_frequency_id
WHERE p.schedule_frequency_id = @frequency_id
ORDER BY p.process_name;
GO
