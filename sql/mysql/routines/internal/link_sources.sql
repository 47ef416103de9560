-- link_sources: registers the sources and targets of a process and links them to it, at every grain named. Internal.
--
-- p_process_id          the process, its row locked
-- p_sources, p_targets  as parse_sources takes them; NULL: none
-- p_actor_id            who says so
-- Returns: p_is_linked, whether anything was new. Errors: PT011 invalid_argument.
-- Tables: process_source, process_source_object, process_source_object_attribute, process_target,
-- process_target_object, process_target_object_attribute, and those of register_sources.
DROP PROCEDURE IF EXISTS link_sources;
DELIMITER //
CREATE PROCEDURE link_sources(
    IN p_process_id INT,
    IN p_sources LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_targets LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_actor_id INT,
    OUT p_is_linked BOOLEAN
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_read LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
    DECLARE v_written LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
    DECLARE v_reads_known BOOLEAN;
    DECLARE v_writes_known BOOLEAN;

    -- Most starts name what the process is linked to already, and are done with these looks.
    CALL knows_read_sources(p_process_id, p_sources, v_reads_known);
    CALL knows_written_sources(p_process_id, p_targets, v_writes_known);
    SET p_is_linked = NOT (v_reads_known AND v_writes_known);
    IF p_is_linked THEN
        CALL parse_sources(p_sources, 'sources', v_read);
        CALL parse_sources(p_targets, 'targets', v_written);
        SELECT EXISTS (
            SELECT 1
            FROM JSON_TABLE(
                v_read, '$[*]' COLUMNS (
                    source_name VARCHAR(250) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.s',
                    object_name VARCHAR(250) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.o',
                    attribute_name VARCHAR(250) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.a'
                )
            ) AS leaf
            LEFT JOIN source_lkup AS s ON s.source_name = leaf.source_name
            LEFT JOIN source_object_lkup AS o ON o.source_id = s.source_id AND o.source_object_name = leaf.object_name
            LEFT JOIN source_object_attribute_lkup AS a
                ON a.source_object_id = o.source_object_id AND a.source_object_attribute_name = leaf.attribute_name
            LEFT JOIN process_source AS ls ON ls.process_id = p_process_id AND ls.source_id = s.source_id
            LEFT JOIN process_source_object AS lo
                ON lo.process_id = p_process_id AND lo.source_object_id = o.source_object_id
            LEFT JOIN process_source_object_attribute AS la
                ON la.process_id = p_process_id AND la.source_object_attribute_id = a.source_object_attribute_id
            WHERE ls.process_id IS NULL
                OR leaf.object_name IS NOT NULL AND lo.process_id IS NULL
                OR leaf.attribute_name IS NOT NULL AND la.process_id IS NULL
        ) OR EXISTS (
            SELECT 1
            FROM JSON_TABLE(
                v_written, '$[*]' COLUMNS (
                    source_name VARCHAR(250) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.s',
                    object_name VARCHAR(250) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.o',
                    attribute_name VARCHAR(250) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.a'
                )
            ) AS leaf
            LEFT JOIN source_lkup AS s ON s.source_name = leaf.source_name
            LEFT JOIN source_object_lkup AS o ON o.source_id = s.source_id AND o.source_object_name = leaf.object_name
            LEFT JOIN source_object_attribute_lkup AS a
                ON a.source_object_id = o.source_object_id AND a.source_object_attribute_name = leaf.attribute_name
            LEFT JOIN process_target AS ls ON ls.process_id = p_process_id AND ls.target_source_id = s.source_id
            LEFT JOIN process_target_object AS lo
                ON lo.process_id = p_process_id AND lo.target_object_id = o.source_object_id
            LEFT JOIN process_target_object_attribute AS la
                ON la.process_id = p_process_id AND la.target_object_attribute_id = a.source_object_attribute_id
            WHERE ls.process_id IS NULL
                OR leaf.object_name IS NOT NULL AND lo.process_id IS NULL
                OR leaf.attribute_name IS NOT NULL AND la.process_id IS NULL
        ) INTO p_is_linked;
    END IF;
    IF p_is_linked THEN
        -- In one pass: two calls whose sources and targets are each other's would block one another.
        CALL register_sources(JSON_MERGE_PRESERVE(v_read, v_written), p_actor_id);
        CALL link_read_sources(p_process_id, v_read, p_actor_id);
        CALL link_written_sources(p_process_id, v_written, p_actor_id);
    END IF;
END//
DELIMITER ;
