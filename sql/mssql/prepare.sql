-- Checks what an installation needs, all of it before anything is made, and makes the schema. Run by install.sql.
IF SCHEMA_ID(N'$(schema)') IS NULL
    -- The only dynamic SQL: CREATE SCHEMA has to be a batch of its own.
    EXEC (N'CREATE SCHEMA [$(schema)]');
GO
