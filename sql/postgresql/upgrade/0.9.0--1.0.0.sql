-- Upgrades a ProcessTracker 0.9.0 store to ptdb 1.0.0, in place: the schema's name and every key stay.
--
--   psql -X -d DATABASE -v zone='Europe/Berlin' -f upgrade/0.9.0--1.0.0.sql
--   ... -v schema=NAME       another schema than process_tracker
--   ... -v drop_old=true     drops the old tables at the end; else they stay, in the schema NAME_0_9_0
--   ... -v dry_run=true      does all of it, says what came of it, and takes it back
--
-- `processtracker upgrade` runs it too, and `processtracker sql --upgrade-from 0.9.0` prints it as one file.
--
-- `zone` is the time zone of the machines that ran ProcessTracker, a name of pg_timezone_names: the old store keeps
-- their local time without saying so. Columns that are timestamptz stay the instants that they are.
--
-- Run it as the owner of the old schema and its tables, who needs CREATE on the database; no superuser, no extension.
-- Take a backup and stop the processes first: the old tables are locked, and old clients cannot use the new store. All
-- of it is one transaction: it succeeds whole, or changes nothing. Rights on the new store are to be granted anew. It
-- waits for whoever still uses the old tables, and who comes later waits for it; so does a dry run.
-- Whatever else the schema holds, such as views of yours, moves along to NAME_0_9_0, and still reads the old tables.
--
-- What becomes of the rows:
-- - Keys stay. Runs are numbered anew for each process, by start and then key, and only the last one is the latest.
--   A process's total is the sum over its runs.
-- - Dates before 1901 mean "never" and become NULL; where a date is required, it is the row's creation, or now. Local
--   times that a change of the clock repeats or skips count as standard time.
-- - Locations lose the trailing slash of their path. Those that are one then are folded into the lowest key, and so are
--   process types of one name. `s3` and `local filesystem` are called `S3` and `Local Filesystem` now.
-- - Extracts of one location and file name are folded into the lowest key: with the status, counts, size and types of
--   the one that changed last, of those that have any, the widest dates, and the latest tie to each run. What would
--   then depend on itself does not.
-- - Filters of one process, attribute and type are folded into the lowest key, with the values of the last change.
-- - Negative counts become 0, NULL counts of runs too. A range whose low date is after its high date is turned round.
-- - Two file types of one code: the later ones get their key behind the code.
-- - Preloaded rows of 1.0.0 take the keys of the old rows of their names or codes; those that were missing get free
--   ones. An old row of a preloaded name but another code gets the preloaded code, and the report says so.
-- - created_by is 0 for preloaded rows, else the actor of the database login that upgrades; it was 0 throughout.
-- - The column extract_process_run_id of some stores, which ProcessTracker never filled, is left behind.
-- It refuses, with a list, what no rule could settle: rows that lack what each must have, such as runs without a
-- process; two rows for one preloaded row; dependencies that close a circle, as the new store keeps none. Mend those
-- first.

\set ON_ERROR_STOP on
\if :{?schema}
\else
\set schema process_tracker
\endif
\if :{?zone}
\else
\set zone ''
\endif
\if :{?drop_old}
\else
\set drop_old false
\endif
\if :{?dry_run}
\else
\set dry_run false
\endif

-- Each statement has to see what was committed before the tables were locked.
BEGIN;
SET LOCAL transaction_isolation TO 'read committed';
SET LOCAL client_min_messages = warning;
SELECT set_config('ptdb.schema', :'schema', true) AS installed_in \gset
SELECT set_config('ptdb.old', :'schema' || '_0_9_0', true) AS moved_to \gset
SELECT set_config('ptdb.zone', :'zone', true) AS time_zone \gset
SELECT set_config('ptdb.drop_old', :'drop_old', true) AS is_dropped \gset
-- Back as true or false, which is what the end of this file understands.
SELECT set_config('ptdb.dry_run', :'dry_run'::boolean::text, true) AS dry_run \gset

-- 1. Is this a store that can be upgraded, and by whom?
DO $$
DECLARE
    v_schema text := current_setting('ptdb.schema');
    v_old text := current_setting('ptdb.old');
    v_zone text := current_setting('ptdb.zone');
    v_version text;
    v_owners text;
BEGIN
    -- The same lock as an installation's: a second upgrade waits here, and then finds a store of 1.0.0.
    PERFORM pg_advisory_xact_lock(hashtext('ptdb install'), hashtext(v_schema));
    IF to_regclass(format('%I.system_lkup', v_schema)) IS NULL THEN
        RAISE EXCEPTION 'there is no ProcessTracker store in the schema "%" of database "%"; give the schema that has it, by -v schema=NAME',
            v_schema, current_database();
    END IF;
    -- Dynamic, as the schema's name is.
    EXECUTE format('SELECT system_value FROM %I.system_lkup WHERE system_key = %L', v_schema, 'version') INTO v_version;
    IF v_version = '1.0.0' THEN
        RAISE EXCEPTION 'the schema "%" holds a store of version 1.0.0 already; nothing was changed', v_schema;
    ELSIF v_version IS DISTINCT FROM '0.9.0' THEN
        RAISE EXCEPTION 'the schema "%" holds a store of version %, and this upgrades 0.9.0 only; nothing was changed',
            v_schema, coalesce(v_version, 'unknown');
    END IF;
    IF v_zone = '' THEN
        RAISE EXCEPTION 'PT011: the time zone is missing; give that of the machines that ran ProcessTracker, such as Europe/Berlin: -v zone=NAME by psql, --zone NAME by processtracker'
            USING ERRCODE = 'PT011';
    ELSIF NOT EXISTS (SELECT 1 FROM pg_timezone_names WHERE lower(name) = lower(v_zone)) THEN
        RAISE EXCEPTION 'PT011: there is no time zone "%"; give a name of pg_timezone_names, such as Europe/Berlin', v_zone
            USING ERRCODE = 'PT011';
    END IF;
    PERFORM current_setting('ptdb.drop_old')::boolean;
    IF octet_length(v_old) > 63 THEN
        RAISE EXCEPTION 'the old store would move to the schema "%", whose name has more than 63 bytes; rename "%" first',
            v_old, v_schema;
    ELSIF EXISTS (SELECT 1 FROM pg_namespace WHERE nspname = v_old) THEN
        RAISE EXCEPTION 'the old store would move to the schema "%", which is there already; rename or drop that first', v_old;
    END IF;
    IF NOT has_database_privilege(current_database(), 'CREATE') THEN
        RAISE EXCEPTION 'role "%" may not create schemas in database "%"; let its owner run: GRANT CREATE ON DATABASE',
            current_user, current_database();
    END IF;
    SELECT string_agg(DISTINCT quote_ident(pg_get_userbyid(owned.owner_oid)), ', ') INTO v_owners
    FROM (
        SELECT n.nspowner AS owner_oid FROM pg_namespace AS n WHERE n.nspname = v_schema
        UNION ALL
        SELECT c.relowner
        FROM pg_class AS c
        INNER JOIN pg_namespace AS n ON n.oid = c.relnamespace
        WHERE n.nspname = v_schema AND c.relkind = 'r'
    ) AS owned
    WHERE NOT pg_has_role(owned.owner_oid, 'USAGE');
    IF v_owners IS NOT NULL THEN
        RAISE EXCEPTION 'the schema "%", or tables in it, belong to %, whose rights the role "%" does not have; upgrade as the owner',
            v_schema, v_owners, current_user;
    END IF;
END;
$$;

-- A naive time becomes an instant by the session's time zone.
SET LOCAL timezone TO :'zone';
SET LOCAL search_path TO :"schema", pg_temp;

DO $$
BEGIN
    LOCK TABLE
    actor_lkup, character_set_lkup, cluster_process, cluster_tracking_lkup, contact_lkup, data_type_lkup,
    dataset_type_lkup, dependency_type_lkup, error_tracking, error_type_lkup, extract_compression_type_lkup,
    extract_dataset_type, extract_dependency, extract_filetype_lkup, extract_process_tracking, extract_source,
    extract_source_object, extract_status_lkup, extract_tracking, filesize_type_lkup, filter_type_lkup, location_lkup,
    location_type_lkup, process, process_contact, process_dataset_type, process_dependency, process_filter,
    process_source, process_source_object, process_source_object_attribute, process_status_lkup, process_target,
    process_target_object, process_target_object_attribute, process_tracking, process_type_lkup,
    schedule_frequency_lkup, source_contact, source_dataset_type, source_lkup, source_location,
    source_object_attribute_lkup, source_object_dataset_type, source_object_lkup, source_object_location,
    source_type_lkup, system_lkup, tool_lkup
    IN ACCESS EXCLUSIVE MODE;
EXCEPTION WHEN undefined_table THEN
    RAISE EXCEPTION 'the store in the schema "%" lacks a table that each store of 0.9.0 has: %; nothing was changed; restore the table from a backup',
        current_setting('ptdb.schema'), sqlerrm;
END;
$$;

-- 2. Are there rows that cannot be kept? Then the old schema makes room.
DO $$
DECLARE
    v_schema text := current_setting('ptdb.schema');
    v_findings text;
BEGIN
    WITH
    lacking (table_name, column_name, row_id) AS (
        SELECT 'process_tracking', 'process_id', process_tracking_id FROM process_tracking WHERE process_id IS NULL
        UNION ALL
        SELECT 'process_tracking', 'process_run_actor_id', process_tracking_id
        FROM process_tracking
        WHERE process_run_actor_id IS NULL
        UNION ALL
        SELECT 'process', 'process_type_id', process_id FROM process WHERE process_type_id IS NULL
        UNION ALL
        SELECT 'process', 'process_tool_id', process_id FROM process WHERE process_tool_id IS NULL
        UNION ALL
        SELECT 'extract_tracking', 'extract_status_id', extract_id FROM extract_tracking WHERE extract_status_id IS NULL
        UNION ALL
        SELECT 'extract_process_tracking', 'extract_process_status_id', extract_tracking_id
        FROM extract_process_tracking
        WHERE extract_process_status_id IS NULL
        UNION ALL
        SELECT 'source_object_lkup', 'source_object_name', source_object_id
        FROM source_object_lkup
        WHERE source_object_name IS NULL
        UNION ALL
        SELECT 'source_object_attribute_lkup', 'source_object_id', source_object_attribute_id
        FROM source_object_attribute_lkup
        WHERE source_object_id IS NULL
        UNION ALL
        SELECT 'dataset_type_lkup', 'dataset_type', dataset_type_id FROM dataset_type_lkup WHERE dataset_type IS NULL
    ),

    -- These keys are defaults of columns, so they have to mean the same.
    default_row (table_name, row_name, row_id, name_id, id_name) AS (
        SELECT
            'schedule_frequency_lkup', 'unscheduled', 0,
            (SELECT schedule_frequency_id FROM schedule_frequency_lkup WHERE schedule_frequency_name = 'unscheduled'),
            (SELECT schedule_frequency_name FROM schedule_frequency_lkup WHERE schedule_frequency_id = 0)
        UNION ALL
        SELECT
            'source_type_lkup', 'Undefined', 1,
            (SELECT source_type_id FROM source_type_lkup WHERE source_type_name = 'Undefined'),
            (SELECT source_type_name FROM source_type_lkup WHERE source_type_id = 1)
        UNION ALL
        SELECT
            'dependency_type_lkup', 'Undefined', 1,
            (SELECT dependency_type_id FROM dependency_type_lkup WHERE dependency_type_name = 'Undefined'),
            (SELECT dependency_type_name FROM dependency_type_lkup WHERE dependency_type_id = 1)
    ),

    finding (finding) AS (
        SELECT format(
            'table %s: %s rows without %s: %s%s', table_name, count(*), column_name,
            array_to_string((array_agg(row_id ORDER BY row_id))[1:100], ', '), CASE WHEN count(*) > 100 THEN ', ...' END
        )
        FROM lacking
        GROUP BY table_name, column_name
        UNION ALL
        SELECT format('table %s: the key %s is "%s", and should be "%s"', table_name, row_id, id_name, row_name)
        FROM default_row
        WHERE id_name <> row_name
        UNION ALL
        SELECT format('table %s: "%s" has the key %s, and should have %s', table_name, row_name, name_id, row_id)
        FROM default_row
        WHERE name_id <> row_id
    )

    SELECT string_agg(finding, E'\n- ' ORDER BY finding) INTO v_findings FROM finding;
    IF v_findings IS NOT NULL THEN
        RAISE EXCEPTION E'the store in the schema "%" has rows that cannot be kept; nothing was changed; mend these first:\n- %',
            v_schema, v_findings;
    END IF;
    EXECUTE format('ALTER SCHEMA %I RENAME TO %I', v_schema, current_setting('ptdb.old'));
END;
$$;

\ir ../prepare.sql
SET LOCAL search_path TO :"schema", pg_temp;
\ir ../objects.sql

-- The old tables by names that are not dynamic: old_process and so on, until all is moved.
DO $$
DECLARE
    v_schema text := current_setting('ptdb.schema');
    v_old text := current_setting('ptdb.old');
    v_table name;
BEGIN
    FOR v_table IN
        SELECT c.relname
        FROM pg_class AS c
        INNER JOIN pg_class AS o ON o.relname = c.relname AND o.relnamespace = to_regnamespace(quote_ident(v_old))
        WHERE c.relnamespace = to_regnamespace(quote_ident(v_schema)) AND c.relkind = 'r' AND o.relkind = 'r'
    LOOP
        EXECUTE format('CREATE VIEW %I AS SELECT * FROM %I.%I', 'old_' || v_table, v_old, v_table);
    END LOOP;
END;
$$;

-- An old date: NULL for "never", and not beyond the last instant that clients can read.
CREATE FUNCTION upgrade_instant(p_instant timestamptz) RETURNS timestamptz
LANGUAGE sql IMMUTABLE
AS $$
    SELECT CASE
        WHEN p_instant >= '1901-01-01 00:00:00+00' THEN least(p_instant, '9999-12-31 23:59:59.999999+00')
    END;
$$;

-- An old date where one is required.
CREATE FUNCTION upgrade_stamp(p_instant timestamptz, p_else timestamptz DEFAULT NULL) RETURNS timestamptz
LANGUAGE sql STABLE
AS $$
    SELECT coalesce(upgrade_instant(p_instant), upgrade_instant(p_else), current_timestamp);
$$;

-- The preloaded rows step aside, below zero, until the old rows have their keys.
DO $$
DECLARE
    v_table name;
BEGIN
    FOR v_table IN
        SELECT c.relname
        FROM pg_class AS c
        WHERE c.relnamespace = to_regnamespace(quote_ident(current_setting('ptdb.schema'))) AND c.relkind = 'r'
            AND c.relname LIKE '%\_lkup'
    LOOP
        EXECUTE format(
            'UPDATE %I SET %2$I = -1 - %2$I', v_table,
            (SELECT attname FROM pg_attribute WHERE attrelid = v_table::text::regclass AND attnum = 1)
        );
    END LOOP;
END;
$$;

-- Who upgrades: an actor that is there, or a new one behind the old ones.
DO $$
DECLARE
    v_actor integer;
BEGIN
    INSERT INTO actor_lkup (actor_id, actor_name, created_date_time, created_by, update_date_time, updated_by)
    SELECT
        o.actor_id,
        o.actor_name,
        upgrade_stamp(o.created_date_time),
        0,
        upgrade_stamp(o.update_date_time),
        0
    FROM old_actor_lkup AS o;
    PERFORM setval(pg_get_serial_sequence('actor_lkup', 'actor_id'), max(o.actor_id)) FROM old_actor_lkup AS o;
    v_actor := actor_id_of();
    UPDATE actor_lkup
    SET
        created_by = v_actor,
        updated_by = v_actor;
    PERFORM set_config('ptdb.actor', v_actor::text, true);
END;
$$;

-- 3. The lookups with preloaded rows. A preloaded row takes the key of the old row of its name or code; the old rows of
-- other names stay as they are.
DO $$
DECLARE
    v_findings text;
BEGIN
    -- An old row of a preloaded name gets the code of that. A char(2) has blanks behind a short code.
    CREATE TABLE upgrade_code AS
    SELECT
        'filter_type_lkup' AS table_name,
        o.filter_type_id AS row_id,
        o.filter_type_name AS row_name,
        o.filter_type_code AS old_code,
        coalesce(p.filter_type_code, o.filter_type_code) AS new_code,
        p.filter_type_id IS NOT NULL AS is_ours
    FROM old_filter_type_lkup AS o
    LEFT JOIN filter_type_lkup AS p ON p.filter_type_name = o.filter_type_name
    UNION ALL
    SELECT
        'filesize_type_lkup',
        o.filesize_type_id,
        o.filesize_type_name,
        rtrim(o.filesize_type_code),
        coalesce(p.filesize_type_code, rtrim(o.filesize_type_code)),
        p.filesize_type_id IS NOT NULL
    FROM old_filesize_type_lkup AS o
    LEFT JOIN filesize_type_lkup AS p ON p.filesize_type_name = o.filesize_type_name
    UNION ALL
    SELECT
        'extract_filetype_lkup',
        o.extract_filetype_id,
        o.extract_filetype,
        o.extract_filetype_code,
        coalesce(p.extract_filetype_code, o.extract_filetype_code),
        p.extract_filetype_id IS NOT NULL
    FROM old_extract_filetype_lkup AS o
    LEFT JOIN extract_filetype_lkup AS p ON p.extract_filetype = o.extract_filetype;

    SELECT string_agg(finding, E'\n- ' ORDER BY finding) INTO v_findings
    FROM (
        SELECT format(
            'table %s: more than one row for the code "%s": %s', table_name, new_code,
            string_agg(format('%s "%s" of the code "%s"', row_id, row_name, old_code), ', ' ORDER BY row_id)
        ) AS finding
        FROM upgrade_code
        -- A file type's code may be there twice: that is settled below.
        WHERE table_name <> 'extract_filetype_lkup'
        GROUP BY table_name, new_code
        HAVING count(*) > 1
    ) AS duplicate;
    IF v_findings IS NOT NULL THEN
        RAISE EXCEPTION E'the store in the schema "%" has rows that would become one; nothing was changed; give all but one of each another name and code first:\n- %',
            current_setting('ptdb.schema'), v_findings;
    END IF;
END;
$$;

DO $$
DECLARE
    v_actor integer := current_setting('ptdb.actor')::integer;
BEGIN
    INSERT INTO system_lkup (
        system_id, system_key, system_value, created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        o.system_id,
        o.system_key,
        o.system_value,
        upgrade_stamp(o.created_date_time),
        v_actor,
        upgrade_stamp(o.update_date_time),
        v_actor
    FROM old_system_lkup AS o
    ON CONFLICT (system_key) DO UPDATE
    SET
        system_id = excluded.system_id,
        created_date_time = excluded.created_date_time,
        update_date_time = excluded.update_date_time;

    INSERT INTO schedule_frequency_lkup (
        schedule_frequency_id, schedule_frequency_name, created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        o.schedule_frequency_id,
        o.schedule_frequency_name,
        upgrade_stamp(o.created_date_time),
        v_actor,
        upgrade_stamp(o.update_date_time),
        v_actor
    FROM old_schedule_frequency_lkup AS o
    ON CONFLICT (schedule_frequency_name) DO UPDATE
    SET
        schedule_frequency_id = excluded.schedule_frequency_id,
        created_date_time = excluded.created_date_time,
        update_date_time = excluded.update_date_time;

    CREATE TABLE upgrade_location_type AS
    SELECT
        o.location_type_id,
        first_value(o.location_type_id) OVER (PARTITION BY n.location_type_name ORDER BY o.location_type_id) AS kept_id,
        n.location_type_name
    FROM old_location_type_lkup AS o
    CROSS JOIN LATERAL (
        SELECT
            CASE o.location_type_name
                WHEN 's3' THEN 'S3'
                WHEN 'local filesystem' THEN 'Local Filesystem'
                ELSE o.location_type_name
            END AS location_type_name
    ) AS n;
    INSERT INTO location_type_lkup (
        location_type_id, location_type_name, created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        o.location_type_id,
        m.location_type_name,
        upgrade_stamp(o.created_date_time),
        v_actor,
        upgrade_stamp(o.update_date_time),
        v_actor
    FROM old_location_type_lkup AS o
    INNER JOIN upgrade_location_type AS m ON m.location_type_id = o.location_type_id AND m.kept_id = o.location_type_id
    ON CONFLICT (location_type_name) DO UPDATE
    SET
        location_type_id = excluded.location_type_id,
        created_date_time = excluded.created_date_time,
        update_date_time = excluded.update_date_time;

    INSERT INTO source_type_lkup (
        source_type_id, source_type_name, created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        o.source_type_id,
        o.source_type_name,
        upgrade_stamp(o.created_date_time),
        v_actor,
        upgrade_stamp(o.update_date_time),
        v_actor
    FROM old_source_type_lkup AS o
    ON CONFLICT (source_type_name) DO UPDATE
    SET
        source_type_id = excluded.source_type_id,
        created_date_time = excluded.created_date_time,
        update_date_time = excluded.update_date_time;

    INSERT INTO filter_type_lkup (
        filter_type_id, filter_type_name, filter_type_code, created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        o.filter_type_id,
        o.filter_type_name,
        m.new_code,
        upgrade_stamp(o.created_date_time),
        v_actor,
        upgrade_stamp(o.update_date_time),
        v_actor
    FROM old_filter_type_lkup AS o
    INNER JOIN upgrade_code AS m ON m.table_name = 'filter_type_lkup' AND m.row_id = o.filter_type_id
    ON CONFLICT (filter_type_code) DO UPDATE
    SET
        filter_type_id = excluded.filter_type_id,
        created_date_time = excluded.created_date_time,
        update_date_time = excluded.update_date_time;

    CREATE TABLE upgrade_process_type AS
    SELECT
        o.process_type_id,
        min(o.process_type_id) OVER (PARTITION BY o.process_type_name) AS kept_id
    FROM old_process_type_lkup AS o;
    INSERT INTO process_type_lkup (
        process_type_id, process_type_name, created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        o.process_type_id,
        o.process_type_name,
        upgrade_stamp(o.created_date_time),
        v_actor,
        upgrade_stamp(o.update_date_time),
        v_actor
    FROM old_process_type_lkup AS o
    INNER JOIN upgrade_process_type AS m ON m.process_type_id = o.process_type_id AND m.kept_id = o.process_type_id
    ON CONFLICT (process_type_name) DO UPDATE
    SET
        process_type_id = excluded.process_type_id,
        created_date_time = excluded.created_date_time,
        update_date_time = excluded.update_date_time;

    INSERT INTO process_status_lkup (
        process_status_id, process_status_name, created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        o.process_status_id,
        o.process_status_name,
        upgrade_stamp(o.created_date_time),
        v_actor,
        upgrade_stamp(o.update_date_time),
        v_actor
    FROM old_process_status_lkup AS o
    ON CONFLICT (process_status_name) DO UPDATE
    SET
        process_status_id = excluded.process_status_id,
        created_date_time = excluded.created_date_time,
        update_date_time = excluded.update_date_time;

    INSERT INTO dependency_type_lkup (
        dependency_type_id, dependency_type_name, created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        o.dependency_type_id,
        o.dependency_type_name,
        upgrade_stamp(o.created_date_time),
        v_actor,
        upgrade_stamp(o.update_date_time),
        v_actor
    FROM old_dependency_type_lkup AS o
    ON CONFLICT (dependency_type_name) DO UPDATE
    SET
        dependency_type_id = excluded.dependency_type_id,
        created_date_time = excluded.created_date_time,
        update_date_time = excluded.update_date_time;

    INSERT INTO extract_status_lkup (
        extract_status_id, extract_status_name, created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        o.extract_status_id,
        o.extract_status_name,
        upgrade_stamp(o.created_date_time),
        v_actor,
        upgrade_stamp(o.update_date_time),
        v_actor
    FROM old_extract_status_lkup AS o
    ON CONFLICT (extract_status_name) DO UPDATE
    SET
        extract_status_id = excluded.extract_status_id,
        created_date_time = excluded.created_date_time,
        update_date_time = excluded.update_date_time;

    INSERT INTO extract_compression_type_lkup (
        extract_compression_type_id, extract_compression_type, created_date_time, created_by, update_date_time,
        updated_by
    )
    SELECT
        o.extract_compression_type_id,
        o.extract_compression_type,
        upgrade_stamp(o.created_date_time),
        v_actor,
        upgrade_stamp(o.update_date_time),
        v_actor
    FROM old_extract_compression_type_lkup AS o
    ON CONFLICT (extract_compression_type) DO UPDATE
    SET
        extract_compression_type_id = excluded.extract_compression_type_id,
        created_date_time = excluded.created_date_time,
        update_date_time = excluded.update_date_time;

    -- A char(1) loses a blank when it is cast; rpad brings it back for the delimiter. As a quote, a blank means none.
    INSERT INTO extract_filetype_lkup (
        extract_filetype_id, extract_filetype, extract_filetype_code, delimiter_char, quote_char, escape_char,
        created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        o.extract_filetype_id,
        o.extract_filetype,
        CASE
            WHEN row_number() OVER (PARTITION BY m.new_code ORDER BY m.is_ours DESC, o.extract_filetype_id) = 1
                THEN m.new_code
            ELSE left(m.new_code, 14) || ' ' || o.extract_filetype_id
        END,
        rpad(o.delimiter_char::varchar, 1),
        nullif(o.quote_char::varchar, ''),
        nullif(o.escape_char::varchar, ''),
        upgrade_stamp(o.created_date_time),
        v_actor,
        upgrade_stamp(o.update_date_time),
        v_actor
    FROM old_extract_filetype_lkup AS o
    INNER JOIN upgrade_code AS m ON m.table_name = 'extract_filetype_lkup' AND m.row_id = o.extract_filetype_id
    ON CONFLICT (extract_filetype_code) DO UPDATE
    SET
        extract_filetype_id = excluded.extract_filetype_id,
        delimiter_char = excluded.delimiter_char,
        quote_char = excluded.quote_char,
        escape_char = excluded.escape_char,
        created_date_time = excluded.created_date_time,
        update_date_time = excluded.update_date_time;

    INSERT INTO filesize_type_lkup (
        filesize_type_id, filesize_type_name, filesize_type_code, created_date_time, created_by, update_date_time,
        updated_by
    )
    SELECT
        o.filesize_type_id,
        o.filesize_type_name,
        m.new_code,
        upgrade_stamp(o.created_date_time),
        v_actor,
        upgrade_stamp(o.update_date_time),
        v_actor
    FROM old_filesize_type_lkup AS o
    INNER JOIN upgrade_code AS m ON m.table_name = 'filesize_type_lkup' AND m.row_id = o.filesize_type_id
    ON CONFLICT (filesize_type_code) DO UPDATE
    SET
        filesize_type_id = excluded.filesize_type_id,
        created_date_time = excluded.created_date_time,
        update_date_time = excluded.update_date_time;

    INSERT INTO error_type_lkup (
        error_type_id, error_type_name, created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        o.error_type_id,
        o.error_type_name,
        upgrade_stamp(o.created_date_time),
        v_actor,
        upgrade_stamp(o.update_date_time),
        v_actor
    FROM old_error_type_lkup AS o
    ON CONFLICT (error_type_name) DO UPDATE
    SET
        error_type_id = excluded.error_type_id,
        created_date_time = excluded.created_date_time,
        update_date_time = excluded.update_date_time;
END;
$$;

-- The preloaded rows that the old store did not have: their own keys where those are free, else keys behind all others.
-- Their own are below 101, so that the two do not meet.
DO $$
DECLARE
    v_table name;
BEGIN
    FOR v_table IN
        SELECT c.relname
        FROM pg_class AS c
        WHERE c.relnamespace = to_regnamespace(quote_ident(current_setting('ptdb.schema'))) AND c.relkind = 'r'
            AND c.relname LIKE '%\_lkup'
    LOOP
        EXECUTE format(
            'UPDATE %1$I AS t
            SET
                %2$I = CASE
                    WHEN EXISTS (SELECT 1 FROM %1$I AS o WHERE o.%2$I = -1 - t.%2$I)
                        THEN greatest(100, (SELECT max(o.%2$I) FROM %1$I AS o)) - t.%2$I
                    ELSE -1 - t.%2$I
                END
            WHERE t.%2$I < 0',
            v_table, (SELECT attname FROM pg_attribute WHERE attrelid = v_table::text::regclass AND attnum = 1)
        );
    END LOOP;
END;
$$;

-- 4. Lookups without preloaded rows, sources and clusters.
DO $$
DECLARE
    v_actor integer := current_setting('ptdb.actor')::integer;
BEGIN
    INSERT INTO contact_lkup (
        contact_id, contact_name, contact_email, created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        o.contact_id,
        o.contact_name,
        o.contact_email,
        upgrade_stamp(o.created_date_time),
        v_actor,
        upgrade_stamp(o.update_date_time),
        v_actor
    FROM old_contact_lkup AS o;

    INSERT INTO tool_lkup (
        tool_id, tool_name, created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        o.tool_id,
        o.tool_name,
        upgrade_stamp(o.created_date_time),
        v_actor,
        upgrade_stamp(o.update_date_time),
        v_actor
    FROM old_tool_lkup AS o;

    INSERT INTO character_set_lkup (
        character_set_id, character_set_name, created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        o.character_set_id,
        o.character_set_name,
        upgrade_stamp(o.created_date_time),
        v_actor,
        upgrade_stamp(o.update_date_time),
        v_actor
    FROM old_character_set_lkup AS o;

    INSERT INTO data_type_lkup (
        data_type_id, data_type, created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        o.data_type_id,
        o.data_type,
        upgrade_stamp(o.created_date_time),
        v_actor,
        upgrade_stamp(o.update_date_time),
        v_actor
    FROM old_data_type_lkup AS o;

    INSERT INTO dataset_type_lkup (
        dataset_type_id, dataset_type, created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        o.dataset_type_id,
        o.dataset_type,
        upgrade_stamp(o.created_date_time),
        v_actor,
        upgrade_stamp(o.update_date_time),
        v_actor
    FROM old_dataset_type_lkup AS o;

    INSERT INTO source_lkup (
        source_id, source_name, character_set_id, source_type_id, created_date_time, created_by, update_date_time,
        updated_by
    )
    SELECT
        o.source_id,
        o.source_name,
        o.character_set_id,
        coalesce(o.source_type_id, 1),
        upgrade_stamp(o.created_date_time),
        v_actor,
        upgrade_stamp(o.update_date_time),
        v_actor
    FROM old_source_lkup AS o;

    INSERT INTO source_object_lkup (
        source_object_id, source_id, source_object_name, character_set_id, created_date_time, created_by,
        update_date_time, updated_by
    )
    SELECT
        o.source_object_id,
        o.source_id,
        o.source_object_name,
        o.character_set_id,
        upgrade_stamp(o.created_date_time),
        v_actor,
        upgrade_stamp(o.update_date_time),
        v_actor
    FROM old_source_object_lkup AS o;

    INSERT INTO source_object_attribute_lkup (
        source_object_attribute_id, source_object_attribute_name, source_object_id, attribute_path, data_type_id,
        data_length, data_decimal, is_pii, default_value_string, default_value_number, is_key, is_filter, is_partition,
        created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        o.source_object_attribute_id,
        o.source_object_attribute_name,
        o.source_object_id,
        o.attribute_path,
        o.data_type_id,
        CASE WHEN o.data_length < 0 THEN 0 ELSE o.data_length END,
        CASE WHEN o.data_decimal < 0 THEN 0 ELSE o.data_decimal END,
        o.is_pii,
        o.default_value_string,
        o.default_value_number,
        o.is_key,
        o.is_filter,
        o.is_partition,
        upgrade_stamp(o.created_date_time),
        v_actor,
        upgrade_stamp(o.update_date_time),
        v_actor
    FROM old_source_object_attribute_lkup AS o;

    INSERT INTO cluster_tracking_lkup (
        cluster_id, cluster_name, cluster_max_memory, cluster_max_memory_unit, cluster_max_processing,
        cluster_max_processing_unit, cluster_current_memory_usage, cluster_current_process_usage, created_date_time,
        created_by, update_date_time, updated_by
    )
    SELECT
        o.cluster_id,
        o.cluster_name,
        CASE WHEN o.cluster_max_memory < 0 THEN 0 ELSE o.cluster_max_memory END,
        o.cluster_max_memory_unit,
        CASE WHEN o.cluster_max_processing < 0 THEN 0 ELSE o.cluster_max_processing END,
        o.cluster_max_processing_unit,
        o.cluster_current_memory_usage,
        o.cluster_current_process_usage,
        upgrade_stamp(o.created_date_time),
        v_actor,
        upgrade_stamp(o.update_date_time),
        v_actor
    FROM old_cluster_tracking_lkup AS o;
END;
$$;

-- 5. Locations, one for each path without its trailing slash.
DO $$
DECLARE
    v_actor integer := current_setting('ptdb.actor')::integer;
BEGIN
    CREATE TABLE upgrade_location AS
    SELECT
        o.location_id,
        min(o.location_id) OVER (PARTITION BY location_path_of(o.location_path)) AS kept_id
    FROM old_location_lkup AS o;
    INSERT INTO location_lkup (
        location_id, location_name, location_path, location_type_id, location_file_count, location_bucket_name,
        created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        o.location_id,
        o.location_name,
        location_path_of(o.location_path),
        t.kept_id,
        f.location_file_count,
        f.location_bucket_name,
        upgrade_stamp(o.created_date_time),
        v_actor,
        upgrade_stamp(f.update_date_time),
        v_actor
    FROM old_location_lkup AS o
    INNER JOIN (
        SELECT
            m.kept_id,
            CASE WHEN max(d.location_file_count) < 0 THEN 0 ELSE max(d.location_file_count) END AS location_file_count,
            (array_agg(d.location_bucket_name ORDER BY d.location_id) FILTER (
                WHERE d.location_bucket_name IS NOT NULL
            ))[1] AS location_bucket_name,
            max(d.update_date_time) AS update_date_time
        FROM old_location_lkup AS d
        INNER JOIN upgrade_location AS m ON m.location_id = d.location_id
        GROUP BY m.kept_id
    ) AS f ON f.kept_id = o.location_id
    INNER JOIN upgrade_location_type AS t ON t.location_type_id = o.location_type_id;

    INSERT INTO source_location (
        source_id, location_id, created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        o.source_id,
        m.kept_id,
        min(upgrade_stamp(o.created_date_time)),
        v_actor,
        max(upgrade_stamp(o.update_date_time)),
        v_actor
    FROM old_source_location AS o
    INNER JOIN upgrade_location AS m ON m.location_id = o.location_id
    GROUP BY o.source_id, m.kept_id;

    INSERT INTO source_object_location (
        source_object_id, location_id, created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        o.source_object_id,
        m.kept_id,
        min(upgrade_stamp(o.created_date_time)),
        v_actor,
        max(upgrade_stamp(o.update_date_time)),
        v_actor
    FROM old_source_object_location AS o
    INNER JOIN upgrade_location AS m ON m.location_id = o.location_id
    GROUP BY o.source_object_id, m.kept_id;
END;
$$;

-- 6. Processes, with the sums of their runs, and the runs in their order.
DO $$
DECLARE
    v_actor integer := current_setting('ptdb.actor')::integer;
BEGIN
    INSERT INTO process (
        process_id, process_name, total_record_count, process_type_id, process_tool_id, last_failed_run_date_time,
        last_completed_run_date_time, last_errored_run_date_time, schedule_frequency_id, created_date_time, created_by,
        update_date_time, updated_by
    )
    SELECT
        o.process_id,
        o.process_name,
        coalesce(r.record_count, 0),
        t.kept_id,
        o.process_tool_id,
        upgrade_instant(o.last_failed_run_date_time),
        upgrade_instant(o.last_completed_run_date_time),
        upgrade_instant(o.last_errored_run_date_time),
        o.schedule_frequency_id,
        upgrade_stamp(o.created_date_time),
        v_actor,
        upgrade_stamp(o.update_date_time),
        v_actor
    FROM old_process AS o
    INNER JOIN upgrade_process_type AS t ON t.process_type_id = o.process_type_id
    LEFT JOIN (
        SELECT
            d.process_id,
            sum(greatest(d.process_run_record_count, 0)) AS record_count
        FROM old_process_tracking AS d
        GROUP BY d.process_id
    ) AS r ON r.process_id = o.process_id;

    -- greatest() passes over NULL, so that a missing count is 0.
    INSERT INTO process_tracking (
        process_tracking_id, process_id, process_status_id, process_run_id, process_run_low_date_time,
        process_run_high_date_time, process_run_start_date_time, process_run_end_date_time, process_run_record_count,
        process_run_insert_count, process_run_update_count, process_run_actor_id, is_latest_run, process_run_name,
        created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        o.process_tracking_id,
        o.process_id,
        o.process_status_id,
        row_number() OVER (PARTITION BY o.process_id ORDER BY d.started, o.process_tracking_id),
        CASE WHEN d.low > d.high THEN d.high ELSE d.low END,
        CASE WHEN d.low > d.high THEN d.low ELSE d.high END,
        d.started,
        upgrade_instant(o.process_run_end_date_time),
        greatest(o.process_run_record_count, 0),
        greatest(o.process_run_insert_count, 0),
        greatest(o.process_run_update_count, 0),
        o.process_run_actor_id,
        row_number() OVER (PARTITION BY o.process_id ORDER BY d.started DESC, o.process_tracking_id DESC) = 1,
        o.process_run_name,
        upgrade_stamp(o.created_date_time),
        v_actor,
        upgrade_stamp(o.update_date_time),
        v_actor
    FROM old_process_tracking AS o
    CROSS JOIN LATERAL (
        SELECT
            upgrade_stamp(o.process_run_start_date_time, o.created_date_time) AS started,
            upgrade_instant(o.process_run_low_date_time) AS low,
            upgrade_instant(o.process_run_high_date_time) AS high
    ) AS d;
END;
$$;

-- 7. What hangs on processes and sources.
DO $$
DECLARE
    v_actor integer := current_setting('ptdb.actor')::integer;
BEGIN
    INSERT INTO cluster_process (
        cluster_id, process_id, created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        o.cluster_id,
        o.process_id,
        upgrade_stamp(o.created_date_time),
        v_actor,
        upgrade_stamp(o.update_date_time),
        v_actor
    FROM old_cluster_process AS o;

    INSERT INTO source_contact (
        source_id, contact_id, created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        o.source_id,
        o.contact_id,
        upgrade_stamp(o.created_date_time),
        v_actor,
        upgrade_stamp(o.update_date_time),
        v_actor
    FROM old_source_contact AS o;

    INSERT INTO source_dataset_type (
        source_id, dataset_type_id, created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        o.source_id,
        o.dataset_type_id,
        upgrade_stamp(o.created_date_time),
        v_actor,
        upgrade_stamp(o.update_date_time),
        v_actor
    FROM old_source_dataset_type AS o;

    INSERT INTO source_object_dataset_type (
        source_object_id, dataset_type_id, created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        o.source_object_id,
        o.dataset_type_id,
        upgrade_stamp(o.created_date_time),
        v_actor,
        upgrade_stamp(o.update_date_time),
        v_actor
    FROM old_source_object_dataset_type AS o;

    INSERT INTO process_contact (
        process_id, contact_id, created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        o.process_id,
        o.contact_id,
        upgrade_stamp(o.created_date_time),
        v_actor,
        upgrade_stamp(o.update_date_time),
        v_actor
    FROM old_process_contact AS o;

    INSERT INTO process_dataset_type (
        process_id, dataset_type_id, created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        o.process_id,
        o.dataset_type_id,
        upgrade_stamp(o.created_date_time),
        v_actor,
        upgrade_stamp(o.update_date_time),
        v_actor
    FROM old_process_dataset_type AS o;

    INSERT INTO process_dependency (
        parent_process_id, child_process_id, dependency_type_id, created_date_time, created_by, update_date_time,
        updated_by
    )
    SELECT
        o.parent_process_id,
        o.child_process_id,
        o.dependency_type_id,
        upgrade_stamp(o.created_date_time),
        v_actor,
        upgrade_stamp(o.update_date_time),
        v_actor
    FROM old_process_dependency AS o
    WHERE o.parent_process_id <> o.child_process_id;

    INSERT INTO process_filter (
        process_filter_id, process_id, source_object_attribute_id, filter_type_id, filter_value_string,
        filter_value_numeric, created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        f.process_filter_id,
        f.process_id,
        f.source_object_attribute_id,
        f.filter_type_id,
        o.filter_value_string,
        o.filter_value_numeric,
        f.created_date_time,
        v_actor,
        upgrade_stamp(o.update_date_time),
        v_actor
    FROM (
        SELECT
            d.process_id,
            d.source_object_attribute_id,
            d.filter_type_id,
            min(d.process_filter_id) AS process_filter_id,
            min(upgrade_stamp(d.created_date_time)) AS created_date_time,
            (array_agg(d.process_filter_id ORDER BY d.update_date_time DESC, d.process_filter_id DESC))[1] AS latest_id
        FROM old_process_filter AS d
        GROUP BY d.process_id, d.source_object_attribute_id, d.filter_type_id
    ) AS f
    INNER JOIN old_process_filter AS o ON o.process_filter_id = f.latest_id;

    INSERT INTO process_source (
        process_id, source_id, created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        o.process_id,
        o.source_id,
        upgrade_stamp(o.created_date_time),
        v_actor,
        upgrade_stamp(o.update_date_time),
        v_actor
    FROM old_process_source AS o;

    INSERT INTO process_source_object (
        process_id, source_object_id, created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        o.process_id,
        o.source_object_id,
        upgrade_stamp(o.created_date_time),
        v_actor,
        upgrade_stamp(o.update_date_time),
        v_actor
    FROM old_process_source_object AS o;

    INSERT INTO process_source_object_attribute (
        process_id, source_object_attribute_id, source_object_attribute_alias, source_object_attribute_expression,
        created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        o.process_id,
        o.source_object_attribute_id,
        o.source_object_attribute_alias,
        o.source_object_attribute_expression,
        upgrade_stamp(o.created_date_time),
        v_actor,
        upgrade_stamp(o.update_date_time),
        v_actor
    FROM old_process_source_object_attribute AS o;

    INSERT INTO process_target (
        process_id, target_source_id, created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        o.process_id,
        o.target_source_id,
        upgrade_stamp(o.created_date_time),
        v_actor,
        upgrade_stamp(o.update_date_time),
        v_actor
    FROM old_process_target AS o;

    INSERT INTO process_target_object (
        process_id, target_object_id, created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        o.process_id,
        o.target_object_id,
        upgrade_stamp(o.created_date_time),
        v_actor,
        upgrade_stamp(o.update_date_time),
        v_actor
    FROM old_process_target_object AS o;

    INSERT INTO process_target_object_attribute (
        process_id, target_object_attribute_id, target_object_attribute_alias, target_object_attribute_expression,
        created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        o.process_id,
        o.target_object_attribute_id,
        o.target_object_attribute_alias,
        o.target_object_attribute_expression,
        upgrade_stamp(o.created_date_time),
        v_actor,
        upgrade_stamp(o.update_date_time),
        v_actor
    FROM old_process_target_object_attribute AS o;

    INSERT INTO error_tracking (
        error_tracking_id, error_type_id, error_description, error_occurrence_date_time, process_tracking_id,
        created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        o.error_tracking_id,
        o.error_type_id,
        o.error_description,
        upgrade_stamp(o.error_occurrence_date_time),
        o.process_tracking_id,
        upgrade_stamp(o.created_date_time),
        v_actor,
        upgrade_stamp(o.update_date_time),
        v_actor
    FROM old_error_tracking AS o;
END;
$$;

-- 8. Extracts, one for each location and file name; the lowest key is the oldest.
DO $$
DECLARE
    v_actor integer := current_setting('ptdb.actor')::integer;
BEGIN
    CREATE TABLE upgrade_extract AS
    SELECT
        o.extract_id,
        min(o.extract_id) OVER (PARTITION BY m.kept_id, o.extract_filename) AS kept_id,
        m.kept_id AS location_id
    FROM old_extract_tracking AS o
    INNER JOIN upgrade_location AS m ON m.location_id = o.extract_location_id;
    ALTER TABLE upgrade_extract ADD PRIMARY KEY (extract_id);
    ANALYZE upgrade_extract;

    INSERT INTO extract_tracking (
        extract_id, extract_filename, extract_location_id, extract_status_id, extract_registration_date_time,
        extract_write_low_date_time, extract_write_high_date_time, extract_write_record_count,
        extract_load_low_date_time, extract_load_high_date_time, extract_load_record_count,
        extract_compression_type_id, extract_filetype_id, extract_filesize, extract_filesize_type_id,
        created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        o.extract_id,
        o.extract_filename,
        m.location_id,
        o.extract_status_id,
        upgrade_stamp(o.extract_registration_date_time, o.created_date_time),
        CASE WHEN d.write_low > d.write_high THEN d.write_high ELSE d.write_low END,
        CASE WHEN d.write_low > d.write_high THEN d.write_low ELSE d.write_high END,
        CASE WHEN o.extract_write_record_count < 0 THEN 0 ELSE o.extract_write_record_count END,
        CASE WHEN d.load_low > d.load_high THEN d.load_high ELSE d.load_low END,
        CASE WHEN d.load_low > d.load_high THEN d.load_low ELSE d.load_high END,
        CASE WHEN o.extract_load_record_count < 0 THEN 0 ELSE o.extract_load_record_count END,
        o.extract_compression_type_id,
        o.extract_filetype_id,
        CASE WHEN o.extract_filesize < 0 THEN 0 ELSE o.extract_filesize END,
        o.extract_filesize_type_id,
        upgrade_stamp(o.created_date_time),
        v_actor,
        upgrade_stamp(o.update_date_time),
        v_actor
    FROM old_extract_tracking AS o
    INNER JOIN upgrade_extract AS m ON m.extract_id = o.extract_id AND m.kept_id = o.extract_id
    CROSS JOIN LATERAL (
        SELECT
            upgrade_instant(o.extract_write_low_date_time) AS write_low,
            upgrade_instant(o.extract_write_high_date_time) AS write_high,
            upgrade_instant(o.extract_load_low_date_time) AS load_low,
            upgrade_instant(o.extract_load_high_date_time) AS load_high
    ) AS d;

    -- What the others of a folded extract add. Every date counts, so that a range is also put right that one of them
    -- turned round; the size goes with its unit.
    WITH duplicate AS (
        SELECT
            m.kept_id,
            array_agg(o.extract_id ORDER BY o.update_date_time DESC, o.extract_id DESC) AS latest_ids
        FROM old_extract_tracking AS o
        INNER JOIN upgrade_extract AS m ON m.extract_id = o.extract_id
        GROUP BY m.kept_id
        HAVING count(*) > 1
    ),

    merged AS (
        SELECT
            duplicate.kept_id,
            (array_agg(o.extract_status_id ORDER BY item.age))[1] AS extract_status_id,
            min(upgrade_stamp(o.extract_registration_date_time, o.created_date_time)) AS registered,
            min(upgrade_stamp(o.created_date_time)) AS created,
            max(upgrade_stamp(o.update_date_time)) AS updated,
            min(least(d.write_low, CASE WHEN d.write_low IS NOT NULL THEN d.write_high END)) AS write_low,
            max(greatest(d.write_high, CASE WHEN d.write_high IS NOT NULL THEN d.write_low END)) AS write_high,
            (array_agg(o.extract_write_record_count ORDER BY item.age) FILTER (
                WHERE o.extract_write_record_count IS NOT NULL
            ))[1] AS write_count,
            min(least(d.load_low, CASE WHEN d.load_low IS NOT NULL THEN d.load_high END)) AS load_low,
            max(greatest(d.load_high, CASE WHEN d.load_high IS NOT NULL THEN d.load_low END)) AS load_high,
            (array_agg(o.extract_load_record_count ORDER BY item.age) FILTER (
                WHERE o.extract_load_record_count IS NOT NULL
            ))[1] AS load_count,
            (array_agg(o.extract_compression_type_id ORDER BY item.age) FILTER (
                WHERE o.extract_compression_type_id IS NOT NULL
            ))[1] AS compression_type_id,
            (array_agg(o.extract_filetype_id ORDER BY item.age) FILTER (WHERE o.extract_filetype_id IS NOT NULL))[1]
            AS filetype_id,
            (array_agg(o.extract_filesize ORDER BY item.age) FILTER (WHERE o.extract_filesize IS NOT NULL))[1]
            AS filesize,
            (array_agg(o.extract_filesize_type_id ORDER BY item.age) FILTER (WHERE o.extract_filesize IS NOT NULL))[1]
            AS filesize_type_id
        FROM duplicate
        CROSS JOIN LATERAL unnest(duplicate.latest_ids) WITH ORDINALITY AS item (extract_id, age)
        INNER JOIN old_extract_tracking AS o ON o.extract_id = item.extract_id
        CROSS JOIN LATERAL (
            SELECT
                upgrade_instant(o.extract_write_low_date_time) AS write_low,
                upgrade_instant(o.extract_write_high_date_time) AS write_high,
                upgrade_instant(o.extract_load_low_date_time) AS load_low,
                upgrade_instant(o.extract_load_high_date_time) AS load_high
        ) AS d
        GROUP BY duplicate.kept_id
    )

    UPDATE extract_tracking AS e
    SET
        extract_status_id = m.extract_status_id,
        extract_registration_date_time = m.registered,
        extract_write_low_date_time = CASE WHEN m.write_low > m.write_high THEN m.write_high ELSE m.write_low END,
        extract_write_high_date_time = CASE WHEN m.write_low > m.write_high THEN m.write_low ELSE m.write_high END,
        extract_write_record_count = CASE WHEN m.write_count < 0 THEN 0 ELSE m.write_count END,
        extract_load_low_date_time = CASE WHEN m.load_low > m.load_high THEN m.load_high ELSE m.load_low END,
        extract_load_high_date_time = CASE WHEN m.load_low > m.load_high THEN m.load_low ELSE m.load_high END,
        extract_load_record_count = CASE WHEN m.load_count < 0 THEN 0 ELSE m.load_count END,
        extract_compression_type_id = m.compression_type_id,
        extract_filetype_id = m.filetype_id,
        extract_filesize = CASE WHEN m.filesize < 0 THEN 0 ELSE m.filesize END,
        extract_filesize_type_id = m.filesize_type_id,
        created_date_time = m.created,
        update_date_time = m.updated
    FROM merged AS m
    WHERE e.extract_id = m.kept_id;

    INSERT INTO extract_process_tracking (
        extract_tracking_id, process_tracking_id, extract_process_status_id, extract_process_event_date_time,
        created_date_time, created_by, update_date_time, updated_by
    )
    SELECT DISTINCT ON (m.kept_id, o.process_tracking_id)
        m.kept_id,
        o.process_tracking_id,
        o.extract_process_status_id,
        upgrade_stamp(o.extract_process_event_date_time, o.created_date_time),
        upgrade_stamp(o.created_date_time),
        v_actor,
        upgrade_stamp(o.update_date_time),
        v_actor
    FROM old_extract_process_tracking AS o
    INNER JOIN upgrade_extract AS m ON m.extract_id = o.extract_tracking_id
    ORDER BY
        m.kept_id ASC, o.process_tracking_id ASC, o.extract_process_event_date_time DESC, o.update_date_time DESC,
        o.extract_tracking_id DESC;

    INSERT INTO extract_dependency (
        parent_extract_id, child_extract_id, dependency_type_id, created_date_time, created_by, update_date_time,
        updated_by
    )
    SELECT DISTINCT ON (p.kept_id, c.kept_id)
        p.kept_id,
        c.kept_id,
        o.dependency_type_id,
        upgrade_stamp(o.created_date_time),
        v_actor,
        upgrade_stamp(o.update_date_time),
        v_actor
    FROM old_extract_dependency AS o
    INNER JOIN upgrade_extract AS p ON p.extract_id = o.parent_extract_id
    INNER JOIN upgrade_extract AS c ON c.extract_id = o.child_extract_id
    WHERE p.kept_id <> c.kept_id
    ORDER BY
        p.kept_id ASC, c.kept_id ASC, o.update_date_time DESC, o.parent_extract_id DESC, o.child_extract_id DESC;

    INSERT INTO extract_dataset_type (
        extract_id, dataset_type_id, created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        m.kept_id,
        o.dataset_type_id,
        min(upgrade_stamp(o.created_date_time)),
        v_actor,
        max(upgrade_stamp(o.update_date_time)),
        v_actor
    FROM old_extract_dataset_type AS o
    INNER JOIN upgrade_extract AS m ON m.extract_id = o.extract_id
    GROUP BY m.kept_id, o.dataset_type_id;

    INSERT INTO extract_source (
        extract_id, source_id, created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        m.kept_id,
        o.source_id,
        min(upgrade_stamp(o.created_date_time)),
        v_actor,
        max(upgrade_stamp(o.update_date_time)),
        v_actor
    FROM old_extract_source AS o
    INNER JOIN upgrade_extract AS m ON m.extract_id = o.extract_id
    GROUP BY m.kept_id, o.source_id;

    INSERT INTO extract_source_object (
        extract_id, source_object_id, created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        m.kept_id,
        o.source_object_id,
        min(upgrade_stamp(o.created_date_time)),
        v_actor,
        max(upgrade_stamp(o.update_date_time)),
        v_actor
    FROM old_extract_source_object AS o
    INNER JOIN upgrade_extract AS m ON m.extract_id = o.extract_id
    GROUP BY m.kept_id, o.source_object_id;
END;
$$;

-- 9. No circle among the dependencies: the old store let them in, and folding may close one.
CREATE TABLE upgrade_dependency (
    parent_id bigint NOT NULL,
    child_id bigint NOT NULL,
    PRIMARY KEY (parent_id, child_id)
);
CREATE INDEX ON upgrade_dependency (child_id);

-- The circles in upgrade_dependency, from parent to child and back to the first: as many as leave none when each loses
-- a dependency, but not more than can be told. Uses the table up.
CREATE FUNCTION upgrade_circles() RETURNS TABLE (path bigint[])
LANGUAGE plpgsql
AS $$
DECLARE
    v_free bigint[];
    v_path bigint[];
    v_id bigint;
    v_count integer := 0;
BEGIN
    SELECT array_agg(DISTINCT d.parent_id) INTO v_free
    FROM upgrade_dependency AS d
    WHERE NOT EXISTS (SELECT 1 FROM upgrade_dependency AS p WHERE p.child_id = d.parent_id);
    LOOP
        -- Who waits for nobody is in no circle. Without those, the next ones wait for nobody.
        WHILE v_free IS NOT NULL LOOP
            WITH gone AS (DELETE FROM upgrade_dependency WHERE parent_id = ANY (v_free) RETURNING child_id)
            SELECT array_agg(DISTINCT child_id) INTO v_free FROM gone;
            SELECT array_agg(item.id) INTO v_free
            FROM unnest(v_free) AS item (id)
            WHERE NOT EXISTS (SELECT 1 FROM upgrade_dependency AS d WHERE d.child_id = item.id);
        END LOOP;
        -- Each of the rest has a parent among the rest, so the way back to the parents comes by somebody twice.
        SELECT min(parent_id) INTO v_id FROM upgrade_dependency;
        EXIT WHEN v_id IS NULL OR v_count > 100;
        v_count := v_count + 1;
        v_path := '{}';
        WHILE v_id <> ALL (v_path) LOOP
            v_path := v_id || v_path;
            SELECT min(parent_id) INTO v_id FROM upgrade_dependency WHERE child_id = v_path[1];
        END LOOP;
        v_path := v_id || v_path[:array_position(v_path, v_id)];
        path := v_path;
        RETURN NEXT;
        DELETE FROM upgrade_dependency WHERE parent_id = v_path[1] AND child_id = v_path[2];
        SELECT v_path[2:2] INTO v_free
        WHERE NOT EXISTS (SELECT 1 FROM upgrade_dependency WHERE child_id = v_path[2]);
    END LOOP;
END;
$$;

DO $$
DECLARE
    v_processes text[];
    v_extracts text[];
BEGIN
    INSERT INTO upgrade_dependency (parent_id, child_id)
    SELECT d.parent_process_id, d.child_process_id FROM process_dependency AS d;
    ANALYZE upgrade_dependency;
    SELECT array_agg(circle.description ORDER BY found.place) INTO v_processes
    FROM upgrade_circles() WITH ORDINALITY AS found (path, place)
    CROSS JOIN LATERAL (
        SELECT 'table process_dependency: ' || string_agg(format('%s "%s"', p.process_id, p.process_name), ' -> ' ORDER BY item.place)
        || '; its rows, by parent and child: '
        || string_agg(format('(%s, %s)', p.process_id, found.path[item.place + 1]), ', ' ORDER BY item.place)
        FILTER (WHERE item.place < cardinality(found.path)) AS description
        FROM unnest(found.path) WITH ORDINALITY AS item (id, place)
        INNER JOIN process AS p ON p.process_id = item.id
    ) AS circle;

    DELETE FROM upgrade_dependency;
    INSERT INTO upgrade_dependency (parent_id, child_id)
    SELECT d.parent_extract_id, d.child_extract_id FROM extract_dependency AS d;
    ANALYZE upgrade_dependency;
    -- Of folded extracts the rows are those of the old keys, so that a dependency may have several.
    SELECT array_agg(circle.description ORDER BY found.place) INTO v_extracts
    FROM upgrade_circles() WITH ORDINALITY AS found (path, place)
    CROSS JOIN LATERAL (
        SELECT 'table extract_dependency: ' || string_agg(format('%s "%s"', e.extract_id, e.extract_filename), ' -> ' ORDER BY item.place)
        || '; its rows, by parent and child: ' || string_agg(link.keys, ', ' ORDER BY item.place) AS description
        FROM unnest(found.path) WITH ORDINALITY AS item (id, place)
        INNER JOIN extract_tracking AS e ON e.extract_id = item.id
        CROSS JOIN LATERAL (
            SELECT string_agg(
                format('(%s, %s)', o.parent_extract_id, o.child_extract_id), ' and '
                ORDER BY o.parent_extract_id, o.child_extract_id
            ) AS keys
            FROM upgrade_extract AS p
            INNER JOIN old_extract_dependency AS o ON o.parent_extract_id = p.extract_id
            INNER JOIN upgrade_extract AS c ON c.extract_id = o.child_extract_id
            WHERE p.kept_id = item.id AND c.kept_id = found.path[item.place + 1]
        ) AS link
    ) AS circle;

    IF v_processes IS NOT NULL OR v_extracts IS NOT NULL THEN
        RAISE EXCEPTION E'the store in the schema "%" has dependencies that close a circle, in which each waits for the other; nothing was changed; delete a dependency of each circle first, with all its rows:\n- %',
            current_setting('ptdb.schema'),
            array_to_string((v_processes || v_extracts)[:100], E'\n- ')
            || CASE WHEN cardinality(v_processes || v_extracts) > 100 THEN E'\n- ...' ELSE '' END;
    END IF;
END;
$$;

-- 10. New keys begin behind the old ones, so that the key of a folded row never means another; and those of lookups
-- with preloaded rows not below 101.
DROP FUNCTION upgrade_circles;
DROP TABLE upgrade_dependency, upgrade_location_type, upgrade_process_type, upgrade_location, upgrade_extract;
DROP FUNCTION upgrade_stamp;
DROP FUNCTION upgrade_instant;

DO $$
DECLARE
    v_identity record;
    v_last bigint;
BEGIN
    FOR v_identity IN
        SELECT
            c.relname AS table_name,
            a.attname AS column_name,
            s.seqrelid::regclass AS sequence_name,
            s.seqstart
        FROM pg_class AS c
        INNER JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attidentity <> ''
        INNER JOIN pg_depend AS d
            ON d.refobjid = c.oid AND d.refobjsubid = a.attnum AND d.refclassid = 'pg_class'::regclass
            AND d.classid = 'pg_class'::regclass AND d.deptype = 'i'
        INNER JOIN pg_sequence AS s ON s.seqrelid = d.objid
        WHERE c.relnamespace = to_regnamespace(quote_ident(current_setting('ptdb.schema')))
    LOOP
        EXECUTE format(
            'SELECT greatest((SELECT max(%1$I) FROM %2$I), (SELECT max(%1$I) FROM %3$I))',
            v_identity.column_name, v_identity.table_name, 'old_' || v_identity.table_name
        ) INTO v_last;
        IF v_last >= v_identity.seqstart THEN
            PERFORM setval(v_identity.sequence_name, v_last);
        END IF;
    END LOOP;
END;
$$;

-- Else the first calls would plan for empty tables.
ANALYZE process, process_tracking, error_tracking, location_lkup, extract_tracking, extract_process_tracking,
extract_dependency, extract_dataset_type, extract_source, extract_source_object;

-- 11. What has become of what, and of the old tables.
SET LOCAL client_min_messages = notice;
DO $$
DECLARE
    v_schema text := current_setting('ptdb.schema');
    v_old text := current_setting('ptdb.old');
    v_is_dry_run boolean := current_setting('ptdb.dry_run')::boolean;
    v_item record;
    v_before bigint;
    v_after bigint;
    v_total bigint := 0;
    v_table_count integer := 0;
    v_changes text;
    v_counts text := '';
    v_tables text := '';
BEGIN
    SELECT string_agg(E'\n- ' || change.text, '' ORDER BY change.place, change.text) INTO v_changes
    FROM (
        SELECT 1 AS place, format('%s runs have another number now', count(*)) AS text
        FROM process_tracking AS n
        INNER JOIN old_process_tracking AS o ON o.process_tracking_id = n.process_tracking_id
        WHERE n.process_run_id <> o.process_run_id
        HAVING count(*) > 0
        UNION ALL
        SELECT 2, format('%s runs are no longer marked as the latest of their process', count(*))
        FROM process_tracking AS n
        INNER JOIN old_process_tracking AS o ON o.process_tracking_id = n.process_tracking_id
        WHERE o.is_latest_run AND NOT n.is_latest_run
        HAVING count(*) > 0
        UNION ALL
        SELECT 3, format('%s processes have another total of records now: the sum over their runs', count(*))
        FROM process AS n
        INNER JOIN old_process AS o ON o.process_id = n.process_id
        WHERE n.total_record_count <> o.total_record_count
        HAVING count(*) > 0
        UNION ALL
        SELECT 4, format('table %s: "%s" has the code "%s" now, and had "%s"', table_name, row_name, new_code, old_code)
        FROM upgrade_code
        WHERE new_code <> old_code
    ) AS change;
    DROP TABLE upgrade_code;

    FOR v_item IN
        SELECT c.relname
        FROM pg_class AS c
        INNER JOIN pg_class AS o ON o.relname = c.relname AND o.relnamespace = to_regnamespace(quote_ident(v_old))
        WHERE c.relnamespace = to_regnamespace(quote_ident(v_schema)) AND c.relkind = 'r' AND o.relkind = 'r'
        ORDER BY c.relname
    LOOP
        EXECUTE format(
            'SELECT (SELECT count(*) FROM %1$I), (SELECT count(*) FROM %2$I)', 'old_' || v_item.relname, v_item.relname
        ) INTO v_before, v_after;
        v_total := v_total + v_before;
        v_table_count := v_table_count + 1;
        v_counts := v_counts || format(E'\n- %s: %s', v_item.relname, v_before)
        || CASE
            WHEN v_after < v_before THEN format(', now %s: %s folded or dropped', v_after, v_before - v_after)
            WHEN v_after > v_before THEN format(', now %s: %s new', v_after, v_after - v_before)
            ELSE ''
        END;
        v_tables := v_tables || format(', %I.%I', v_old, v_item.relname);
        EXECUTE format('DROP VIEW %I', 'old_' || v_item.relname);
    END LOOP;
    IF current_setting('ptdb.drop_old')::boolean THEN
        -- One statement, and never CASCADE: what somebody has built on the old tables is not dropped behind his back.
        EXECUTE 'DROP TABLE ' || substr(v_tables, 3);
        FOR v_item IN
            SELECT c.relname
            FROM pg_class AS c
            WHERE c.relnamespace = to_regnamespace(quote_ident(v_old)) AND c.relkind = 'S'
        LOOP
            EXECUTE format('DROP SEQUENCE %I.%I', v_old, v_item.relname);
        END LOOP;
        EXECUTE format('DROP SCHEMA %I', v_old);
    END IF;
    RAISE NOTICE E'%the ProcessTracker 0.9.0 store in the schema "%" of database "%" is of version 1.0.0 now\n- local times were those of %\n- grant rights on it anew; the old tables %\n% rows of % tables:%',
        CASE WHEN v_is_dry_run THEN E'a dry run, nothing was changed; an upgrade does this:\n' ELSE '' END,
        v_schema, current_database(), current_setting('ptdb.zone'),
        CASE
            WHEN to_regnamespace(quote_ident(v_old)) IS NULL THEN 'are dropped'
            ELSE format('stay in the schema "%s" until you drop it', v_old)
        END || coalesce(v_changes, ''),
        v_total, v_table_count, v_counts;
END;
$$;
\if :dry_run
ROLLBACK;
\else
COMMIT;
\endif
