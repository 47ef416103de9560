-- The schema that ptdb is installed in. To use another one, change its name here; every script reads it. It lies in the
-- session's current database.
SET ptdb_schema = 'process_tracker';
