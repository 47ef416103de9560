-- check_topic: the topic and the fields of a call that administers lookups, checked. Internal.
--
-- p_topic    the topic as the caller gave it, in any case; becomes its name in lower case
-- p_name     name of the row
-- p_email    e-mail address; for a contact
-- p_max_memory, p_memory_unit, p_max_processing, p_processing_unit  capacity; for a cluster
-- Errors: PT011 invalid_argument. Tables: none.
DROP PROCEDURE IF EXISTS check_topic;
DELIMITER //
CREATE PROCEDURE check_topic(
    INOUT p_topic LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_email LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_max_memory INT,
    IN p_memory_unit LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_max_processing INT,
    IN p_processing_unit LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_given LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT p_topic;

    CALL check_text(p_topic, 'topic', NULL, TRUE);
    SET p_topic = LOWER(TRIM(REPLACE(p_topic, '_', ' ')));
    IF p_topic NOT IN (
        'actor', 'cluster', 'contact', 'dataset type', 'error type', 'extract status', 'process status', 'process type',
        'source', 'tool'
    ) THEN
        -- All of them and a short topic are the 128 characters that MySQL shows.
        CALL raise_error(
            'PT011: topic "%": give actor,cluster,contact,dataset type,error type,extract status,process status,process type,source,tool',
            v_given, NULL, NULL, NULL
        );
    END IF;
    CALL check_text(p_name, 'name', IF(p_topic LIKE '% status', 75, 250), TRUE);
    IF p_topic <> 'contact' AND p_email IS NOT NULL THEN
        CALL raise_error(
            'PT011: email is "%", but the topic is %; only a contact has an e-mail address',
            p_email, p_topic, NULL, NULL
        );
    ELSEIF p_topic <> 'cluster'
        AND COALESCE(p_max_memory, p_memory_unit, p_max_processing, p_processing_unit) IS NOT NULL THEN
        CALL raise_error(
            'PT011: memory or processing is given, but the topic is %; only a cluster has them',
            p_topic, NULL, NULL, NULL
        );
    ELSEIF p_max_memory < 0 OR p_max_processing < 0 THEN
        CALL raise_error(
            'PT011: max_memory is % and max_processing is %; give 0 or more, or leave them out',
            COALESCE(p_max_memory, 'not given'), COALESCE(p_max_processing, 'not given'), NULL, NULL
        );
    END IF;
    CALL check_text(p_email, 'email', 750, FALSE);
    CALL check_text(p_memory_unit, 'memory_unit', 2, FALSE);
    CALL check_text(p_processing_unit, 'processing_unit', 3, FALSE);
END//
DELIMITER ;
