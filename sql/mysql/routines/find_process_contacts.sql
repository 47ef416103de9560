-- find_process_contacts: finds whom to tell about a process and its sources.
--
-- p_process_id, p_process_name  the process, by key or by name
-- Returns: contact_name, contact_email, contact_type (process, or source with its source_name), in the order of type,
-- name and source. Errors: PT011 invalid_argument, PT014 process_not_found.
-- Tables: process, process_contact, contact_lkup, process_source, source_contact, source_lkup.
DROP PROCEDURE IF EXISTS find_process_contacts;
DELIMITER //
CREATE PROCEDURE find_process_contacts(
    IN p_process_id INT,
    IN p_process_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_process_id INT;
    CALL process_key(p_process_id, p_process_name, v_process_id);
    SELECT c.contact_name, c.contact_email, 'process' AS contact_type, NULL AS source_name
    FROM process_contact AS l
    INNER JOIN contact_lkup AS c ON c.contact_id = l.contact_id
    WHERE l.process_id = v_process_id
    UNION ALL
    SELECT c.contact_name, c.contact_email, 'source', s.source_name
    FROM process_source AS ps
    INNER JOIN source_contact AS l ON l.source_id = ps.source_id
    INNER JOIN contact_lkup AS c ON c.contact_id = l.contact_id
    INNER JOIN source_lkup AS s ON s.source_id = ps.source_id
    WHERE ps.process_id = v_process_id
    ORDER BY contact_type, contact_name, source_name;
END//
DELIMITER ;
