-- Makes all that a store consists of in the current schema: tables, preloaded rows, views and routines. Run by
-- install.sql, after prepare.sql. system_lkup comes first: it says whose store is here, should the rest break off. The
-- list of routines is written by scripts/generate: functions first, each behind those that it uses, because Snowflake
-- looks at their bodies at once.

!source sql/snowflake/tables/system.sql
!source sql/snowflake/tables/actor.sql
!source sql/snowflake/tables/tool.sql
!source sql/snowflake/tables/schedule.sql
!source sql/snowflake/tables/contact.sql
!source sql/snowflake/tables/location.sql
!source sql/snowflake/tables/source.sql
!source sql/snowflake/tables/process.sql
!source sql/snowflake/tables/capacity.sql
!source sql/snowflake/tables/extract.sql
!source sql/snowflake/tables/error.sql
!source sql/snowflake/tables/pipeline.sql
!source sql/snowflake/defaults.sql

-- views: begin

-- views: end

-- routines: begin
!source sql/snowflake/routines/internal/text_refusal.sql
!source sql/snowflake/routines/internal/utc_text.sql
!source sql/snowflake/routines/internal/actor_id_of.sql
!source sql/snowflake/routines/internal/check_parents.sql
!source sql/snowflake/routines/internal/fail_stale.sql
!source sql/snowflake/routines/internal/link_dataset_types.sql
!source sql/snowflake/routines/internal/link_sources.sql
!source sql/snowflake/routines/internal/parse_sources.sql
!source sql/snowflake/routines/internal/process_type_id_of.sql
!source sql/snowflake/routines/internal/raise_error.sql
!source sql/snowflake/routines/internal/tool_id_of.sql
!source sql/snowflake/routines/get_version.sql
!source sql/snowflake/routines/start_process_run.sql
-- routines: end
