-- location_id_of: the location of a path, added when it is new. Internal.
--
-- p_location_path  path of the location; a trailing slash does not count
-- p_location_name  name for a new location; NULL: the last folder of the path, with its key behind it when taken
-- p_actor_id       who adds it
-- Returns: p_location_id. A known path keeps its name, whatever name is given.
-- Errors: PT011 invalid_argument, PT013 duplicate. Tables: location_lkup, location_type_lkup.
DROP PROCEDURE IF EXISTS location_id_of;
DELIMITER //
CREATE PROCEDURE location_id_of(
    IN p_location_path LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_location_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_actor_id INT,
    OUT p_location_id INT
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_is_found BOOLEAN;
    DECLARE v_path LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT p_location_path;
    DECLARE v_bucket LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
    DECLARE v_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT p_location_name;
    DECLARE v_own_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
    DECLARE v_type_id INT;
    DECLARE v_found LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

    CALL location_path_of(v_path);
    CALL check_text(v_path, 'location_path', 750, TRUE);
    CALL check_text(p_location_name, 'location_name', 750, FALSE);
    IF v_path REGEXP '^[Ss]3[AaNn]?://' THEN
        SET v_bucket = SUBSTRING_INDEX(SUBSTRING(v_path, LOCATE('://', v_path) + 3), '/', 1);
    END IF;
    IF v_bucket = '' OR v_path REGEXP '^[Ss]3[AaNn]?:/*\\z' THEN
        CALL raise_error(
            'PT011: location_path is "%", which names no bucket; give s3://bucket/folder',
            p_location_path, NULL, NULL, NULL
        );
    END IF;
    SELECT (SELECT location_id FROM location_lkup WHERE location_path = v_path) INTO p_location_id;
    IF p_location_id IS NULL THEN
        SELECT (
            SELECT location_type_id
            FROM location_type_lkup
            WHERE location_type_name = IF(v_bucket IS NULL, 'Local Filesystem', 'S3')
        ) INTO v_type_id;
        IF v_name IS NULL THEN
            SET v_name = COALESCE(
                NULLIF(REGEXP_SUBSTR(REGEXP_REPLACE(v_path, '[/\\\\]+\\z', ''), '[^/\\\\]+\\z'), ''), v_path
            );
        END IF;
        -- Another session may have added the path, or taken the name, first, or after this transaction's view of the
        -- table began. So what the insertion met is looked at.
        SELECT EXISTS (SELECT 1 FROM location_lkup WHERE location_name = v_name) INTO v_is_found;
        IF NOT v_is_found THEN
            INSERT INTO location_lkup (
                location_name, location_path, location_type_id, location_bucket_name, created_by, updated_by
            )
            VALUES (v_name, v_path, v_type_id, v_bucket, p_actor_id, p_actor_id)
            ON DUPLICATE KEY UPDATE location_id = LAST_INSERT_ID(location_id);
            SELECT location_id, location_path INTO p_location_id, v_found
            FROM location_lkup
            WHERE location_id = LAST_INSERT_ID()
            FOR UPDATE;
        END IF;
        IF v_found = v_path IS NOT TRUE THEN
            -- The name is another location's. With one that nobody has, only the path can be met.
            SET v_own_name = UUID();
            INSERT INTO location_lkup (
                location_name, location_path, location_type_id, location_bucket_name, created_by, updated_by
            )
            VALUES (v_own_name, v_path, v_type_id, v_bucket, p_actor_id, p_actor_id)
            ON DUPLICATE KEY UPDATE location_id = LAST_INSERT_ID(location_id);
            SELECT location_id, location_name INTO p_location_id, v_found
            FROM location_lkup
            WHERE location_id = LAST_INSERT_ID()
            FOR UPDATE;
            IF v_found = v_own_name THEN
                IF p_location_name IS NULL THEN
                    SET v_name = CONCAT(LEFT(v_name, 730), ' - ', p_location_id);
                END IF;
                BEGIN
                    DECLARE EXIT HANDLER FOR 1062 CALL raise_error(
                        'PT013: location_name is "%", which another location has already; give "%" another name',
                        v_name, v_path, NULL, NULL
                    );
                    UPDATE location_lkup SET location_name = v_name WHERE location_id = p_location_id;
                END;
            END IF;
        END IF;
    END IF;
END//
DELIMITER ;
