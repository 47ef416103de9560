-- Installs ptdb in the database in use. Safe to run again: tables and their rows stay as they are, views and routines
-- are replaced. Run it in the folder that holds sql/, because the client looks for the other files from there:
--
--   mysql --comments --commands --database=DATABASE < sql/mysql/install.sql
--   mariadb --comments --abort-source-on-error --database=DATABASE < sql/mysql/install.sql
--
-- --comments: the routines carry hints in comments, which some clients would drop. --commands: MySQL's client of 2025
-- and later reads no other file without it; an older one does not know it, and needs --loose-commands or nothing.
-- --abort-source-on-error: MariaDB's client would go on behind an error in such a file.
--
-- Needs MySQL 8.0.17 or later, or MariaDB 10.6 or later, and a user who may create and drop tables, views and routines
-- in the database: GRANT ALL ON database.*, no SUPER and no global setting. Whoever runs it owns the views and routines,
-- which run with that user's rights. A routine loses its grants when it is replaced: run grants.sql again afterwards.
-- Each statement counts at once; when one fails, mend its cause and run this again.

SET NAMES utf8mb4 COLLATE utf8mb4_bin;
SET @ptdb_sql_mode = @@SESSION.sql_mode;
SET SESSION sql_mode = '';
source sql/mysql/look.sql
source sql/mysql/prepare.sql

-- Ends here with the error @ptdb_refusal, when there is one. No IF stands outside a routine, and a routine made for it
-- would stay behind: so what is below is one harmless text, but with NO_BACKSLASH_ESCAPES a text and a SIGNAL. A client
-- that goes on behind an error, as an interactive one does, can then change nothing in its session.
SET SESSION /*!50720 transaction_read_only */ /*M!100001 tx_read_only */
= IF(@ptdb_refusal IS NULL, @@SESSION./*!50720 transaction_read_only */ /*M!100001 tx_read_only */, TRUE);
SET SESSION sql_mode = IF(@ptdb_refusal IS NULL, '', 'NO_BACKSLASH_ESCAPES');
DELIMITER //
DO '\'; SIGNAL SQLSTATE "45000" SET MESSAGE_TEXT = @ptdb_refusal; -- '
//
DELIMITER ;

-- Each routine keeps the mode that it was made in. MariaDB's ONLY_FULL_GROUP_BY refuses queries that obey the rule.
SET SESSION sql_mode = CONCAT(
    'STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION',
    ',NO_AUTO_VALUE_ON_ZERO' /*!80000 , ',ONLY_FULL_GROUP_BY' */
);
source sql/mysql/objects.sql

-- A client that goes on behind an error gets here too.
SET SESSION sql_mode = '';
source sql/mysql/look.sql
-- number: begin
SET @ptdb_refusal = IF(
    @ptdb_number = 174, NULL,
    CONCAT(@ptdb_number, ' of 174 objects are there; the errors above say why, mend that and install again')
);
-- number: end
SET SESSION sql_mode = IF(@ptdb_refusal IS NULL, '', 'NO_BACKSLASH_ESCAPES');
DELIMITER //
DO '\'; SIGNAL SQLSTATE "45000" SET MESSAGE_TEXT = @ptdb_refusal; -- '
//
DELIMITER ;
DO RELEASE_LOCK(LEFT(CONCAT('ptdb ', SHA2(DATABASE(), 256)), 64));
SET SESSION sql_mode = @ptdb_sql_mode;
