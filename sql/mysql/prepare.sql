-- Checks what an installation needs, before anything is made: @ptdb_refusal says what stands in its way, in the
-- 128 characters that MySQL shows, and is NULL when nothing does. Run by install.sql, after look.sql.

-- What the routines do on each server with the limit of GROUP_CONCAT; a client that drops comments drops it.
SET @ptdb_limit = 0;
/*M!100000 SET STATEMENT group_concat_max_len = 123456 FOR */
SELECT /*+ SET_VAR(group_concat_max_len = 123456) */ @@group_concat_max_len INTO @ptdb_limit;

SET @ptdb_server = SUBSTRING_INDEX(VERSION(), '.', 1) * 10000
    + SUBSTRING_INDEX(SUBSTRING_INDEX(VERSION(), '.', 2), '.', -1) * 100
    + SUBSTRING_INDEX(SUBSTRING_INDEX(SUBSTRING_INDEX(VERSION(), '.', 3), '.', -1), '-', 1);
SET @ptdb_server_least = IF(VERSION() LIKE '%MariaDB%', 100600, 80017);

-- Two installations at once would each replace what the other makes.
SET @ptdb_is_alone = GET_LOCK(LEFT(CONCAT('ptdb ', SHA2(COALESCE(DATABASE(), ''), 256)), 64), 60);

-- What a user has by a role cannot be seen here; the server then refuses the first statement that needs more.
SET @ptdb_grantee = CONCAT(
    '''', LEFT(CURRENT_USER(), CHAR_LENGTH(CURRENT_USER()) - CHAR_LENGTH(SUBSTRING_INDEX(CURRENT_USER(), '@', -1)) - 1),
    '''@''', SUBSTRING_INDEX(CURRENT_USER(), '@', -1), ''''
);
SET @ptdb_role = COALESCE(/*!80000 NULLIF(CURRENT_ROLE(), 'NONE'), */ /*M!100600 CURRENT_ROLE(), */ '');
SELECT GROUP_CONCAT(needed.privilege ORDER BY needed.privilege SEPARATOR ', ') INTO @ptdb_lacking
FROM (
    SELECT 'ALTER ROUTINE' AS privilege
    UNION ALL
    SELECT 'CREATE'
    UNION ALL
    SELECT 'CREATE ROUTINE'
    UNION ALL
    SELECT 'CREATE VIEW'
    UNION ALL
    SELECT 'DELETE'
    UNION ALL
    SELECT 'DROP'
    UNION ALL
    SELECT 'EXECUTE'
    UNION ALL
    SELECT 'INDEX'
    UNION ALL
    SELECT 'INSERT'
    UNION ALL
    SELECT 'REFERENCES'
    UNION ALL
    SELECT 'SELECT'
    UNION ALL
    SELECT 'UPDATE'
) AS needed
WHERE @ptdb_role = ''
    AND NOT EXISTS (
        SELECT 1
        FROM information_schema.user_privileges AS u
        WHERE u.grantee = CONVERT(@ptdb_grantee USING utf8mb3) AND u.privilege_type = needed.privilege
    )
    AND NOT EXISTS (
        SELECT 1
        FROM information_schema.schema_privileges AS s
        WHERE s.grantee = CONVERT(@ptdb_grantee USING utf8mb3) AND s.privilege_type = needed.privilege
            AND DATABASE() LIKE s.table_schema
    );

SET @ptdb_refusal = LEFT(
    CASE
        WHEN @ptdb_server < @ptdb_server_least
            THEN CONCAT('ptdb needs MySQL 8.0.17 or later, or MariaDB 10.6 or later; this server is ', VERSION())
        WHEN DATABASE() IS NULL THEN 'no database is selected; name it to the client: --database=NAME'
        WHEN @ptdb_limit <> 123456
            THEN 'this client drops comments, and with them hints to the server that the routines need; give it --comments'
        WHEN @ptdb_is_alone IS NULL OR NOT @ptdb_is_alone
            THEN CONCAT('another installation is running in the database "', DATABASE(), '"; wait for it')
        WHEN @ptdb_version LIKE '0.%' THEN CONCAT(
            'a ProcessTracker store of version ', @ptdb_version, ' is here, and has to be upgraded: database "', DATABASE(), '"'
        )
        WHEN @ptdb_version <> '1.0.0' THEN CONCAT(
            'a store of version ', @ptdb_version, ' is here; use the files of that version, not those of 1.0.0: database "', DATABASE(), '"'
        )
        WHEN @ptdb_here IS NOT NULL AND @ptdb_version IS NULL AND NOT @ptdb_is_half THEN CONCAT(
            'choose another database: "', DATABASE(), '" has objects of others under ptdb''s names: ', @ptdb_here
        )
        WHEN @ptdb_lacking IS NOT NULL THEN CONCAT(
            'you lack rights on the database "', DATABASE(), '"; let its owner GRANT you: ', @ptdb_lacking
        )
    END,
    128
);
