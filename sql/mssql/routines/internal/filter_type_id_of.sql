-- filter_type_id_of: the key of a comparison that must exist. Internal.
--
-- @filter_type_code  code of the comparison, such as eq
-- @filter_type_id    returns its key
-- Errors: PT011 invalid_argument, PT008 lookup_not_found. Tables: filter_type_lkup.
CREATE OR ALTER PROCEDURE [$(schema)].filter_type_id_of
    @filter_type_code NVARCHAR(4000),
    @filter_type_id INT OUTPUT
AS
SET NOCOUNT ON;
EXEC check_text @filter_type_code, N'filter_type_code', NULL;
DECLARE @code NVARCHAR(3) = LEFT(@filter_type_code, 3);
SET @filter_type_id = (
    SELECT filter_type_id
    FROM filter_type_lkup
    WHERE filter_type_code = @code AND filter_type_code = @filter_type_code
);
IF @filter_type_id IS NULL
BEGIN
    DECLARE @message NVARCHAR(MAX) = CONCAT(
        N'PT008: there is no filter type "', @filter_type_code, N'"; the known ones are ',
        (
            SELECT STRING_AGG(CAST(filter_type_code AS NVARCHAR(MAX)), N', ') WITHIN GROUP (ORDER BY filter_type_id)
            FROM filter_type_lkup
        )
    );
    EXEC raise_error @message;
END;
GO
