-- lock_dependencies: lets one caller at a time add a dependency. Internal.
--
-- Two insertions, each harmless alone, could close a circle together. A row is changed rather than a table locked, so
-- that a transaction whose snapshot is older than another's insertion fails to serialise instead of overlooking it.
-- Errors: none. Tables: dependency_type_lkup.
CREATE OR REPLACE PROCEDURE lock_dependencies
AUTHID DEFINER
IS
    v_now TIMESTAMP WITH TIME ZONE := utc_now();
BEGIN
    UPDATE dependency_type_lkup SET update_date_time = v_now WHERE dependency_type_name = 'Undefined';
END lock_dependencies;
/
