-- find_extracts_by_location: finds the extracts of a location.
--
-- p_location_name  name of the location
-- p_location_path  path of the location; one of the two is needed, both must fit when both are given
-- p_status         status that the extracts must have; NULL: ready
-- Returns: rows of v_extract in the order of registration; none for an unknown location.
-- Errors: PT011 invalid_argument, PT008 lookup_not_found. Tables: location_lkup, extract_status_lkup, v_extract.
DROP PROCEDURE IF EXISTS find_extracts_by_location;
DELIMITER //
CREATE PROCEDURE find_extracts_by_location(
    IN p_location_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_location_path LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_status LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_status_id INT;
    DECLARE v_path LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT p_location_path;
    DECLARE v_location_id INT;
    CALL known_extract_status_id(p_status, v_status_id);
    IF p_location_name IS NULL AND p_location_path IS NULL THEN
        CALL raise_error(
            'PT011: location_name and location_path are missing; give one of them', NULL, NULL, NULL, NULL
        );
    END IF;
    CALL check_text(p_location_name, 'location_name', 750, FALSE);
    CALL check_text(p_location_path, 'location_path', 750, FALSE);
    CALL location_path_of(v_path);
    SELECT (
        SELECT location_id
        FROM location_lkup
        WHERE location_name = COALESCE(p_location_name, location_name)
            AND location_path = COALESCE(v_path, location_path)
    ) INTO v_location_id;
    SELECT e.*
    FROM v_extract AS e
    WHERE e.location_id = v_location_id AND e.extract_status_id = v_status_id
    ORDER BY e.extract_registration_date_time, e.extract_id;
END//
DELIMITER ;
