-- lock_dependencies: lets one caller at a time add a dependency. Internal.
--
-- Two insertions, each harmless alone, could close a circle together. A row is changed rather than a table locked, so
-- that a transaction whose snapshot is older than another's insertion fails to serialise instead of overlooking it.
-- Errors: none. Tables: dependency_type_lkup.
CREATE OR REPLACE FUNCTION lock_dependencies() RETURNS void
LANGUAGE sql
AS $$
    UPDATE dependency_type_lkup SET update_date_time = clock_timestamp() WHERE dependency_type_name = 'Undefined';
$$;
