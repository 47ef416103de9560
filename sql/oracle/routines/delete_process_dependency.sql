-- delete_process_dependency: takes a dependency between processes away.
--
-- p_parent_process_name  the process that comes first
-- p_child_process_name   the process that waits for it
-- Returns: nothing. Errors: PT011 invalid_argument, PT014 process_not_found, PT008 lookup_not_found.
-- Tables: process, process_dependency.
CREATE OR REPLACE PROCEDURE delete_process_dependency(
    p_parent_process_name IN VARCHAR2,
    p_child_process_name IN VARCHAR2
)
AUTHID DEFINER
IS
    v_parent_id process.process_id%TYPE;
    v_child_id process.process_id%TYPE;
BEGIN
    SAVEPOINT ptdb_call;
    v_parent_id := process_id_of(p_parent_process_name, 'parent_process_name');
    v_child_id := process_id_of(p_child_process_name, 'child_process_name');
    DELETE FROM process_dependency WHERE parent_process_id = v_parent_id AND child_process_id = v_child_id;
    IF SQL%ROWCOUNT = 0 THEN
        raise_error(
            'PT008: process "%" does not wait for process "%"; there is no dependency to delete',
            p_child_process_name, p_parent_process_name
        );
    END IF;
EXCEPTION
    WHEN OTHERS THEN
        ROLLBACK TO SAVEPOINT ptdb_call;
        RAISE;
END delete_process_dependency;
/
