-- add_extract_dependency: says that an extract has to be loaded before another.
--
-- p_parent_extract_id  the extract that comes first
-- p_child_extract_id   the extract that waits for it
-- p_dependency_type    Undefined, Hard or Soft; Soft never blocks; NULL: Undefined
-- Returns: nothing. A dependency that is known already takes the type when one is given.
-- Errors: PT011 invalid_argument, PT006 extract_not_found, PT008 lookup_not_found, PT012 dependency_cycle.
-- Tables: actor_lkup, dependency_type_lkup, extract_tracking, extract_dependency.
DROP PROCEDURE IF EXISTS add_extract_dependency;
DELIMITER //
CREATE PROCEDURE add_extract_dependency(
    IN p_parent_extract_id BIGINT,
    IN p_child_extract_id BIGINT,
    IN p_dependency_type LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_owns BOOLEAN;
    DECLARE v_type_id INT;
    DECLARE v_actor_id INT;
    DECLARE v_is_ancestor BOOLEAN;
    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        CALL undo_call(v_owns);
        RESIGNAL;
    END;

    CALL begin_call(v_owns);
    CALL dependency_type_id_of(p_dependency_type, v_type_id);
    CALL check_id(p_parent_extract_id, 'parent_extract_id');
    CALL check_id(p_child_extract_id, 'child_extract_id');
    CALL check_extracts(JSON_ARRAY(p_parent_extract_id, p_child_extract_id));
    CALL actor_id_of(NULL, v_actor_id);

    CALL lock_dependencies();
    IF p_parent_extract_id = p_child_extract_id THEN
        CALL raise_error('PT012: extract % cannot wait for itself', p_child_extract_id, NULL, NULL, NULL);
    END IF;
    /*M!100000 SET STATEMENT max_recursive_iterations = 4294967295 FOR */
    WITH RECURSIVE ancestor AS (
        SELECT p_parent_extract_id AS id
        UNION
        SELECT d.parent_extract_id
        FROM ancestor
        STRAIGHT_JOIN extract_dependency AS d ON d.child_extract_id = ancestor.id
        LOCK IN SHARE MODE
    )

    SELECT /*+ SET_VAR(cte_max_recursion_depth = 4294967295) */ COUNT(*) > 0 INTO v_is_ancestor
    FROM ancestor
    WHERE ancestor.id = p_child_extract_id;
    IF v_is_ancestor THEN
        CALL raise_error(
            'PT012: extract % cannot wait for extract %: that one waits for it already, directly or through others',
            p_child_extract_id, p_parent_extract_id, NULL, NULL
        );
    END IF;
    INSERT INTO extract_dependency (parent_extract_id, child_extract_id, dependency_type_id, created_by, updated_by)
    VALUES (p_parent_extract_id, p_child_extract_id, v_type_id, v_actor_id, v_actor_id)
    ON DUPLICATE KEY UPDATE
        dependency_type_id = IF(p_dependency_type IS NULL, dependency_type_id, v_type_id),
        update_date_time = IF(p_dependency_type IS NULL, update_date_time, UTC_TIMESTAMP(6)),
        updated_by = IF(p_dependency_type IS NULL, updated_by, v_actor_id);
    CALL end_call(v_owns);
END//
DELIMITER ;
