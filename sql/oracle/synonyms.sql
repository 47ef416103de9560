-- Creates synonyms of the routines and views in the schema of the user who runs it, so that his statements need not
-- name the owner of the installation. Optional; the Python package always names it. Safe to run again:
--
--   sqlplus -L spark@//HOST/SERVICE @sql/oracle/synonyms.sql process_tracker
--
-- Needs CREATE SYNONYM. A synonym is no right: grants.sql gives those. The list is written by scripts/generate.

WHENEVER SQLERROR EXIT FAILURE ROLLBACK
WHENEVER OSERROR EXIT FAILURE ROLLBACK
SET DEFINE ON
SET VERIFY OFF
SET FEEDBACK OFF

DEFINE owner = &1

-- synonyms: begin
CREATE OR REPLACE SYNONYM v_error FOR &owner..v_error;
CREATE OR REPLACE SYNONYM v_extract FOR &owner..v_extract;
CREATE OR REPLACE SYNONYM v_lineage FOR &owner..v_lineage;
CREATE OR REPLACE SYNONYM v_process FOR &owner..v_process;
CREATE OR REPLACE SYNONYM v_process_dependency FOR &owner..v_process_dependency;
CREATE OR REPLACE SYNONYM v_process_run FOR &owner..v_process_run;
-- synonyms: end

EXIT SUCCESS
