-- knows_read_sources: whether all that a process reads is linked to it already, as far as a look tells. Internal.
--
-- Each grain has a depth of its own: ["S"], {"S": ["object"]} or {"S": {"object": ["attribute"]}}. Those links of that
-- grain are counted that the text has: as many as it has in all, and none is new, nor is the text misshapen. TRUE is
-- certain. FALSE is not: the grains may be mixed, keys be written with escapes, or the text or the links be many.
--
-- p_process_id  the process
-- p_sources     as the caller gave them; NULL: none
-- Returns: p_is_known. Errors: none. Tables: source_lkup, source_object_lkup, source_object_attribute_lkup,
-- process_source, process_source_object, process_source_object_attribute.
DROP PROCEDURE IF EXISTS knows_read_sources;
DELIMITER //
CREATE PROCEDURE knows_read_sources(
    IN p_process_id INT,
    IN p_sources LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    OUT p_is_known BOOLEAN
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_depth INT DEFAULT 0;

    SET p_is_known = p_sources IS NULL;
    IF CHAR_LENGTH(p_sources) <= 4000 AND JSON_VALID(p_sources) THEN
        SET v_depth = JSON_DEPTH(p_sources);
    END IF;
    IF v_depth = 4 THEN
        SELECT COALESCE(
            COUNT(DISTINCT s.source_id) = JSON_LENGTH(p_sources)
            AND COUNT(DISTINCT o.source_object_id) = JSON_LENGTH(JSON_EXTRACT(p_sources, '$.*.*'))
            AND COUNT(*) = JSON_LENGTH(JSON_EXTRACT(p_sources, '$.*.*[*]')),
            FALSE
        ) INTO p_is_known
        FROM (
            SELECT source_object_attribute_id
            FROM process_source_object_attribute
            WHERE process_id = p_process_id
            LIMIT 200
        ) AS la
        INNER JOIN source_object_attribute_lkup AS a ON a.source_object_attribute_id = la.source_object_attribute_id
        INNER JOIN source_object_lkup AS o ON o.source_object_id = a.source_object_id
        INNER JOIN source_lkup AS s ON s.source_id = o.source_id
        INNER JOIN process_source_object AS lo
            ON lo.process_id = p_process_id AND lo.source_object_id = o.source_object_id
        INNER JOIN process_source AS ls ON ls.process_id = p_process_id AND ls.source_id = s.source_id
        -- An array is in an array alone, where a text would be in a text too.
        WHERE JSON_CONTAINS(
            p_sources,
            JSON_ARRAY(a.source_object_attribute_name),
            CONCAT('$.', JSON_QUOTE(s.source_name), '.', JSON_QUOTE(o.source_object_name))
        );
    ELSEIF v_depth = 3 THEN
        SELECT COALESCE(
            COUNT(DISTINCT s.source_id) = JSON_LENGTH(p_sources)
            AND COUNT(*) = JSON_LENGTH(JSON_EXTRACT(p_sources, '$.*[*]')),
            FALSE
        ) INTO p_is_known
        FROM (SELECT source_object_id FROM process_source_object WHERE process_id = p_process_id LIMIT 200) AS lo
        INNER JOIN source_object_lkup AS o ON o.source_object_id = lo.source_object_id
        INNER JOIN source_lkup AS s ON s.source_id = o.source_id
        INNER JOIN process_source AS ls ON ls.process_id = p_process_id AND ls.source_id = s.source_id
        WHERE JSON_CONTAINS(
            p_sources, JSON_ARRAY(o.source_object_name), CONCAT('$.', JSON_QUOTE(s.source_name))
        );
    ELSEIF v_depth = 2 THEN
        SELECT COUNT(*) = JSON_LENGTH(p_sources) INTO p_is_known
        FROM (SELECT source_id FROM process_source WHERE process_id = p_process_id LIMIT 200) AS ls
        INNER JOIN source_lkup AS s ON s.source_id = ls.source_id
        WHERE JSON_CONTAINS(p_sources, JSON_ARRAY(s.source_name));
    END IF;
END//
DELIMITER ;
