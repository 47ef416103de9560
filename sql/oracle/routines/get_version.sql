-- get_version: says which version of ptdb the store has.
--
-- Returns: p_version, such as 1.0.0. Errors: none. Tables: system_lkup.
CREATE OR REPLACE PROCEDURE get_version(p_version OUT VARCHAR2)
AUTHID DEFINER
IS
BEGIN
    SELECT MAX(system_value) INTO p_version FROM system_lkup WHERE system_key = 'version';
END get_version;
/
