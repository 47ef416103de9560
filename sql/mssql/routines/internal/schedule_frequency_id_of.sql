-- schedule_frequency_id_of: the key of a schedule frequency that must exist. Internal.
--
-- @schedule_frequency     name of the frequency
-- @schedule_frequency_id  returns its key
-- Errors: PT008 lookup_not_found. Tables: schedule_frequency_lkup.
CREATE OR ALTER PROCEDURE [$(schema)].schedule_frequency_id_of
    @schedule_frequency NVARCHAR(4000),
    @schedule_frequency_id INT OUTPUT
AS
SET NOCOUNT ON;
DECLARE @name NVARCHAR(25) = LEFT(@schedule_frequency, 25);
SET @schedule_frequency_id = (
    SELECT schedule_frequency_id
    FROM schedule_frequency_lkup
    WHERE schedule_frequency_name = @name AND schedule_frequency_name = @schedule_frequency
);
IF @schedule_frequency_id IS NULL
BEGIN
    DECLARE @message NVARCHAR(MAX) = CONCAT(
        N'PT008: there is no schedule frequency "', @schedule_frequency, N'"; the known ones are ',
        (
            SELECT STRING_AGG(CAST(schedule_frequency_name AS NVARCHAR(MAX)), N', ')
                WITHIN GROUP (ORDER BY schedule_frequency_id)
            FROM schedule_frequency_lkup
        )
    );
    EXEC raise_error @message;
END;
GO
