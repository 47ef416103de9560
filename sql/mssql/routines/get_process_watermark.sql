-- get_process_watermark: says up to which date a process's completed runs have processed its data.
--
-- @process_name  the process
-- Returns: @watermark, the highest process_run_high_date_time of its completed runs; NULL when there is none.
-- Errors: PT011 invalid_argument, PT014 process_not_found. Tables: process, process_tracking, process_status_lkup.
CREATE OR ALTER PROCEDURE [$(schema)].get_process_watermark
    @process_name NVARCHAR(4000),
    @watermark DATETIMEOFFSET(6) = NULL OUTPUT
AS
SET NOCOUNT ON;
DECLARE @process_id INT;
EXEC process_id_of @process_name, N'process_name', @process_id OUTPUT;
SET @watermark = (
    SELECT TOP (1) t.process_run_high_date_time
    FROM process_tracking AS t
    INNER JOIN process_status_lkup AS s ON s.process_status_id = t.process_status_id
    WHERE t.process_id = @process_id
        AND t.process_run_high_date_time IS NOT NULL
        AND s.process_status_name = N'completed'
    ORDER BY t.process_run_high_date_time DESC
);
GO
