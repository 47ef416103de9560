-- lock_dependencies: lets one caller at a time add a dependency, or take one away. Internal.
--
-- Two insertions, each harmless alone, could close a circle together. Whoever looks for one reads the dependencies by a
-- locking read: the caller's transaction may have begun before another's insertion.
-- Errors: none. Tables: dependency_type_lkup.
DROP PROCEDURE IF EXISTS lock_dependencies;
DELIMITER //
CREATE PROCEDURE lock_dependencies()
SQL SECURITY DEFINER
BEGIN
    UPDATE dependency_type_lkup SET update_date_time = UTC_TIMESTAMP(6) WHERE dependency_type_name = 'Undefined';
END//
DELIMITER ;
