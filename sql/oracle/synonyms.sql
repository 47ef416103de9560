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
CREATE OR REPLACE SYNONYM add_extract_dependency FOR &owner..add_extract_dependency;
CREATE OR REPLACE SYNONYM add_process_contact FOR &owner..add_process_contact;
CREATE OR REPLACE SYNONYM add_process_filter FOR &owner..add_process_filter;
CREATE OR REPLACE SYNONYM add_source_contact FOR &owner..add_source_contact;
CREATE OR REPLACE SYNONYM bulk_change_extract_status FOR &owner..bulk_change_extract_status;
CREATE OR REPLACE SYNONYM change_extract_status FOR &owner..change_extract_status;
CREATE OR REPLACE SYNONYM change_run_status FOR &owner..change_run_status;
CREATE OR REPLACE SYNONYM compare_step_models FOR &owner..compare_step_models;
CREATE OR REPLACE SYNONYM complete_execution FOR &owner..complete_execution;
CREATE OR REPLACE SYNONYM complete_step FOR &owner..complete_step;
CREATE OR REPLACE SYNONYM create_cluster_process FOR &owner..create_cluster_process;
CREATE OR REPLACE SYNONYM create_process_dependency FOR &owner..create_process_dependency;
CREATE OR REPLACE SYNONYM create_topic FOR &owner..create_topic;
CREATE OR REPLACE SYNONYM delete_cluster_process FOR &owner..delete_cluster_process;
CREATE OR REPLACE SYNONYM delete_process_dependency FOR &owner..delete_process_dependency;
CREATE OR REPLACE SYNONYM delete_topic FOR &owner..delete_topic;
CREATE OR REPLACE SYNONYM fail_stale_runs FOR &owner..fail_stale_runs;
CREATE OR REPLACE SYNONYM find_extracts_by_filename FOR &owner..find_extracts_by_filename;
CREATE OR REPLACE SYNONYM find_extracts_by_location FOR &owner..find_extracts_by_location;
CREATE OR REPLACE SYNONYM find_extracts_by_process FOR &owner..find_extracts_by_process;
CREATE OR REPLACE SYNONYM find_process_by_schedule_frequency FOR &owner..find_process_by_schedule_frequency;
CREATE OR REPLACE SYNONYM find_process_contacts FOR &owner..find_process_contacts;
CREATE OR REPLACE SYNONYM find_process_filters FOR &owner..find_process_filters;
CREATE OR REPLACE SYNONYM find_process_source_attributes FOR &owner..find_process_source_attributes;
CREATE OR REPLACE SYNONYM find_process_sources FOR &owner..find_process_sources;
CREATE OR REPLACE SYNONYM find_process_target_attributes FOR &owner..find_process_target_attributes;
CREATE OR REPLACE SYNONYM find_process_targets FOR &owner..find_process_targets;
CREATE OR REPLACE SYNONYM get_execution_completion_timestamp FOR &owner..get_execution_completion_timestamp;
CREATE OR REPLACE SYNONYM get_execution_step FOR &owner..get_execution_step;
CREATE OR REPLACE SYNONYM get_extract FOR &owner..get_extract;
CREATE OR REPLACE SYNONYM get_last_successful_execution FOR &owner..get_last_successful_execution;
CREATE OR REPLACE SYNONYM get_process_run FOR &owner..get_process_run;
CREATE OR REPLACE SYNONYM get_process_watermark FOR &owner..get_process_watermark;
CREATE OR REPLACE SYNONYM get_version FOR &owner..get_version;
CREATE OR REPLACE SYNONYM init_execution FOR &owner..init_execution;
CREATE OR REPLACE SYNONYM init_step FOR &owner..init_step;
CREATE OR REPLACE SYNONYM raise_run_error FOR &owner..raise_run_error;
CREATE OR REPLACE SYNONYM record_heartbeat FOR &owner..record_heartbeat;
CREATE OR REPLACE SYNONYM register_extract FOR &owner..register_extract;
CREATE OR REPLACE SYNONYM register_extracts FOR &owner..register_extracts;
CREATE OR REPLACE SYNONYM release_process FOR &owner..release_process;
CREATE OR REPLACE SYNONYM remove_process_contact FOR &owner..remove_process_contact;
CREATE OR REPLACE SYNONYM remove_process_filter FOR &owner..remove_process_filter;
CREATE OR REPLACE SYNONYM remove_source_contact FOR &owner..remove_source_contact;
CREATE OR REPLACE SYNONYM set_extract_low_high_dates FOR &owner..set_extract_low_high_dates;
CREATE OR REPLACE SYNONYM set_extract_record_count FOR &owner..set_extract_record_count;
CREATE OR REPLACE SYNONYM set_process FOR &owner..set_process;
CREATE OR REPLACE SYNONYM set_process_run_low_high_dates FOR &owner..set_process_run_low_high_dates;
CREATE OR REPLACE SYNONYM set_process_run_record_count FOR &owner..set_process_run_record_count;
CREATE OR REPLACE SYNONYM set_source FOR &owner..set_source;
CREATE OR REPLACE SYNONYM set_source_object_attribute FOR &owner..set_source_object_attribute;
CREATE OR REPLACE SYNONYM set_system_setting FOR &owner..set_system_setting;
CREATE OR REPLACE SYNONYM start_process_run FOR &owner..start_process_run;
CREATE OR REPLACE SYNONYM update_topic FOR &owner..update_topic;
CREATE OR REPLACE SYNONYM v_error FOR &owner..v_error;
CREATE OR REPLACE SYNONYM v_extract FOR &owner..v_extract;
CREATE OR REPLACE SYNONYM v_lineage FOR &owner..v_lineage;
CREATE OR REPLACE SYNONYM v_process FOR &owner..v_process;
CREATE OR REPLACE SYNONYM v_process_dependency FOR &owner..v_process_dependency;
CREATE OR REPLACE SYNONYM v_process_run FOR &owner..v_process_run;
-- synonyms: end

EXIT SUCCESS
