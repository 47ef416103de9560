-- Creates the three roles that grants.sql grants to. Optional: grant to users or roles of your own instead, if you like.
--
--   mysql < sql/mysql/roles.sql
--   mariadb < sql/mysql/roles.sql
--
-- Needs the right to create roles and to grant them: CREATE ROLE and ROLE_ADMIN on MySQL, CREATE USER on MariaDB. The
-- roles belong to the whole server, cannot log in, and may be there already. What a reader may, a runner may too; what a
-- runner may, an administrator may too:
--   ptdb_reader  calls the finders and reads the views
--   ptdb_runner  tracks runs, extracts and pipelines
--   ptdb_admin   administers lookups, dependencies and settings
-- Give one to a user, and make it count when that user logs in:
--   GRANT ptdb_runner TO 'spark'@'%';
--   SET DEFAULT ROLE ptdb_runner TO 'spark'@'%';       MySQL
--   SET DEFAULT ROLE ptdb_runner FOR 'spark'@'%';      MariaDB

CREATE ROLE IF NOT EXISTS ptdb_reader;
CREATE ROLE IF NOT EXISTS ptdb_runner;
CREATE ROLE IF NOT EXISTS ptdb_admin;
GRANT ptdb_reader TO ptdb_runner;
GRANT ptdb_runner TO ptdb_admin;
