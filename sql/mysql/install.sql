-- Installs ptdb in the database in use. Safe to run again: tables and their rows stay as they are, views and routines
-- are replaced. Run it in the folder that holds sql/, because the client looks for the other files from there:
--
--   mysql --database=DATABASE < sql/mysql/install.sql
--   mariadb --database=DATABASE < sql/mysql/install.sql
--
-- Needs MySQL 8.0.17 or later, or MariaDB 10.6 or later, and a user who may create and drop tables, views and routines
-- in the database: GRANT ALL ON database.*, no SUPER and no global setting. Whoever runs it owns the views and routines,
-- which run with that user's rights. A routine loses its grants when it is replaced: run grants.sql again afterwards.

SET NAMES utf8mb4 COLLATE utf8mb4_bin;
-- Each routine keeps the mode that it was made in. MariaDB's ONLY_FULL_GROUP_BY refuses queries that obey the rule.
SET SESSION sql_mode = CONCAT(
    'STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION',
    ',NO_AUTO_VALUE_ON_ZERO' /*!80000 , ',ONLY_FULL_GROUP_BY' */
);
source sql/mysql/prepare.sql
source sql/mysql/objects.sql
