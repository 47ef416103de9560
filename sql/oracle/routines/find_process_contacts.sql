-- find_process_contacts: finds whom to tell about a process and its sources.
--
-- p_process_id, p_process_name  the process, by key or by name
-- Returns: p_rows, a cursor on contact_name, contact_email, contact_type (process, or source with its source_name), in
-- the order of type, name and source. Errors: PT011 invalid_argument, PT014 process_not_found.
-- Tables: process, process_contact, contact_lkup, process_source, source_contact, source_lkup.
CREATE OR REPLACE PROCEDURE find_process_contacts(
    p_process_id IN NUMBER DEFAULT NULL,
    p_process_name IN VARCHAR2 DEFAULT NULL,
    p_rows OUT SYS_REFCURSOR
)
AUTHID DEFINER
IS
    v_process_id process.process_id%TYPE := process_key(p_process_id, p_process_name);
BEGIN
    OPEN p_rows FOR
    SELECT found.contact_name, found.contact_email, found.contact_type, found.source_name
    FROM (
        SELECT c.contact_name, c.contact_email, 'process' AS contact_type, NULL AS source_name
        FROM process_contact l
        INNER JOIN contact_lkup c ON l.contact_id = c.contact_id
        WHERE l.process_id = v_process_id
        UNION ALL
        SELECT c.contact_name, c.contact_email, 'source', s.source_name
        FROM process_source ps
        INNER JOIN source_contact l ON ps.source_id = l.source_id
        INNER JOIN contact_lkup c ON l.contact_id = c.contact_id
        INNER JOIN source_lkup s ON ps.source_id = s.source_id
        WHERE ps.process_id = v_process_id
    ) found
    ORDER BY
        NLSSORT(found.contact_type, 'NLS_SORT=BINARY'),
        NLSSORT(found.contact_name, 'NLS_SORT=BINARY'),
        NLSSORT(found.source_name, 'NLS_SORT=BINARY');
END find_process_contacts;
/
