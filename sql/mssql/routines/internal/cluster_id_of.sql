-- cluster_id_of: the key of a cluster that must exist. Internal.
--
-- @cluster_name  the cluster
-- @cluster_id    returns its key
-- Errors: PT011 invalid_argument, PT008 lookup_not_found. Tables: cluster_tracking_lkup.
CREATE OR ALTER PROCEDURE [$(schema)].cluster_id_of
    @cluster_name NVARCHAR(4000),
    @cluster_id INT OUTPUT
AS
SET NOCOUNT ON;
EXEC check_text @cluster_name, N'cluster_name', 250;
DECLARE @name NVARCHAR(250) = @cluster_name;
SET @cluster_id = (SELECT cluster_id FROM cluster_tracking_lkup WHERE cluster_name = @name);
IF @cluster_id IS NULL
BEGIN
    DECLARE @message NVARCHAR(MAX) = CONCAT(
        N'PT008: there is no cluster "', @cluster_name, N'"; add it with create_topic'
    );
    EXEC raise_error @message;
END;
GO
