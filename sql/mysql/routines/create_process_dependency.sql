-- create_process_dependency: says that a process has to be done before another.
--
-- p_parent_process_name  the process that comes first
-- p_child_process_name   the process that waits for it
-- p_dependency_type      Undefined, Hard or Soft; Soft never blocks; NULL: Undefined
-- Returns: nothing.
-- Errors: PT011 invalid_argument, PT014 process_not_found, PT008 lookup_not_found, PT012 dependency_cycle,
-- PT013 duplicate. Tables: actor_lkup, dependency_type_lkup, process, process_dependency.
DROP PROCEDURE IF EXISTS create_process_dependency;
DELIMITER //
CREATE PROCEDURE create_process_dependency(
    IN p_parent_process_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_child_process_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_dependency_type LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_owns BOOLEAN;
    DECLARE v_type_id INT;
    DECLARE v_parent_id INT;
    DECLARE v_child_id INT;
    DECLARE v_actor_id INT;
    DECLARE v_is_ancestor BOOLEAN;
    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        CALL undo_call(v_owns);
        RESIGNAL;
    END;

    CALL begin_call(v_owns);
    CALL dependency_type_id_of(p_dependency_type, v_type_id);
    CALL process_id_of(p_parent_process_name, 'parent_process_name', v_parent_id);
    CALL process_id_of(p_child_process_name, 'child_process_name', v_child_id);
    CALL actor_id_of(NULL, v_actor_id);
    CALL lock_dependencies();
    IF v_parent_id = v_child_id THEN
        CALL raise_error('PT012: process "%" cannot wait for itself', p_child_process_name, NULL, NULL, NULL);
    END IF;
    /*M!100000 SET STATEMENT max_recursive_iterations = 4294967295 FOR */
    WITH RECURSIVE ancestor AS (
        SELECT v_parent_id AS id
        UNION
        SELECT d.parent_process_id
        FROM ancestor
        STRAIGHT_JOIN process_dependency AS d ON d.child_process_id = ancestor.id
        LOCK IN SHARE MODE
    )

    SELECT /*+ SET_VAR(cte_max_recursion_depth = 4294967295) */ COUNT(*) > 0 INTO v_is_ancestor
    FROM ancestor
    WHERE ancestor.id = v_child_id;
    IF v_is_ancestor THEN
        CALL raise_error(
            'PT012: process "%" cannot wait for process "%": that one waits for it already, directly or through others',
            p_child_process_name, p_parent_process_name, NULL, NULL
        );
    END IF;
    BEGIN
        DECLARE EXIT HANDLER FOR 1062 CALL raise_error(
            'PT013: process "%" waits for process "%" already; delete the dependency first to change its type',
            p_child_process_name, p_parent_process_name, NULL, NULL
        );
        INSERT INTO process_dependency (parent_process_id, child_process_id, dependency_type_id, created_by, updated_by)
        VALUES (v_parent_id, v_child_id, v_type_id, v_actor_id, v_actor_id);
    END;
    CALL end_call(v_owns);
END//
DELIMITER ;
