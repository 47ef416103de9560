-- delete_cluster_process: takes a process off a cluster.
--
-- @cluster_name  the cluster
-- @process_name  the process
-- Returns: nothing. Errors: PT011 invalid_argument, PT008 lookup_not_found, PT014 process_not_found.
-- Tables: cluster_process, and the lookups of its names.
CREATE OR ALTER PROCEDURE [$(schema)].delete_cluster_process
    @cluster_name NVARCHAR(4000),
    @process_name NVARCHAR(4000)
AS
SET NOCOUNT ON;
SET XACT_ABORT ON;
DECLARE @owns BIT = CASE WHEN @@TRANCOUNT = 0 THEN 1 ELSE 0 END;
DECLARE @cluster_id INT;
DECLARE @process_id INT;
DECLARE @message NVARCHAR(MAX);
BEGIN TRY
    IF @owns = 1
        BEGIN TRANSACTION;
    ELSE
        SAVE TRANSACTION ptdb_call;

    EXEC cluster_id_of @cluster_name, @cluster_id OUTPUT;
    EXEC process_id_of @process_name, N'process_name', @process_id OUTPUT;
    DELETE FROM cluster_process WHERE cluster_id = @cluster_id AND process_id = @process_id;
    IF @@ROWCOUNT = 0
    BEGIN
        SET @message = CONCAT(
            N'PT008: cluster "', @cluster_name, N'" does not have the process "', @process_name,
            N'"; nothing is to be deleted'
        );
        EXEC raise_error @message;
    END;

    IF @owns = 1
        COMMIT TRANSACTION;
END TRY
BEGIN CATCH
    IF @owns = 1 AND XACT_STATE() <> 0
        ROLLBACK TRANSACTION;
    IF @owns = 0 AND XACT_STATE() = 1
        ROLLBACK TRANSACTION ptdb_call;
    SET XACT_ABORT OFF;
    THROW;
END CATCH;
GO
