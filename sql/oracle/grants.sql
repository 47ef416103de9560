-- Grants what each of the roles of roles.sql may do. Run by the owner of the installation. Safe to run again:
--
--   sqlplus -L process_tracker@//HOST/SERVICE @sql/oracle/grants.sql
--
-- No role gets a right on a table: routines run with their owner's rights, and views read with them. READ lets nobody
-- lock rows, as SELECT would. The lists are written by scripts/generate from contract.toml.

WHENEVER SQLERROR EXIT FAILURE ROLLBACK
WHENEVER OSERROR EXIT FAILURE ROLLBACK
SET DEFINE OFF
SET FEEDBACK OFF

-- views: begin
GRANT READ ON v_error TO ptdb_reader;
GRANT READ ON v_extract TO ptdb_reader;
GRANT READ ON v_lineage TO ptdb_reader;
GRANT READ ON v_process TO ptdb_reader;
GRANT READ ON v_process_dependency TO ptdb_reader;
GRANT READ ON v_process_run TO ptdb_reader;
-- views: end
-- reader: begin

-- reader: end
-- runner: begin

-- runner: end
-- admin: begin

-- admin: end

EXIT SUCCESS
