-- lock_name: lets one writer at a time add a name that is missing, until its transaction ends. Internal.
--
-- @kind  what is added
-- @name  its name; names that begin with the same 200 characters share a lock
-- Who has it looks again whether the name is still missing, and adds it. An application lock stands for one name, where
-- a key range would stand for its neighbours too; it is held by the transaction, not by the session.
-- Errors: 51205 when the wait met a deadlock, 51222 when it took longer than LOCK_TIMEOUT. Tables: none.
CREATE OR ALTER PROCEDURE [$(schema)].lock_name
    @kind NVARCHAR(50),
    @name NVARCHAR(4000)
AS
SET NOCOUNT ON;
DECLARE @resource NVARCHAR(255) = LEFT(CONCAT(N'ptdb ', @kind, N' ', @name), 250);
DECLARE @result INT;
EXEC @result = sys.sp_getapplock @Resource = @resource, @LockMode = N'Exclusive', @LockOwner = N'Transaction';
IF @result = -3
    THROW 51205, N'the call met a deadlock over a new name; call again', 1;
IF @result < 0
    THROW 51222, N'another call is adding the same name and took too long; call again', 1;
GO
