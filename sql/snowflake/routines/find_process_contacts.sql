-- find_process_contacts: finds whom to tell about a process and its sources.
--
-- p_process_id, p_process_name  the process, by key or by name
-- Returns: contact_name, contact_email, contact_type (process, or source with its source_name), in the order of type,
-- name and source. Errors: PT011 invalid_argument, PT014 process_not_found.
-- Tables: process, process_contact, contact_lkup, process_source, source_contact, source_lkup.
CREATE OR REPLACE PROCEDURE find_process_contacts(p_process_id NUMBER DEFAULT NULL, p_process_name VARCHAR DEFAULT NULL)
COPY GRANTS
RETURNS TABLE (contact_name VARCHAR, contact_email VARCHAR, contact_type VARCHAR, source_name VARCHAR)
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_process_id NUMBER DEFAULT NULL;
    v_result RESULTSET;
BEGIN
    CALL process_key(:p_process_id, :p_process_name) INTO :v_process_id;
    v_result := (
        SELECT c.contact_name, c.contact_email, 'process' AS contact_type, NULL::VARCHAR AS source_name
        FROM process_contact AS l
        INNER JOIN contact_lkup AS c ON c.contact_id = l.contact_id
        WHERE l.process_id = :v_process_id
        UNION ALL
        SELECT c.contact_name, c.contact_email, 'source' AS contact_type, s.source_name
        FROM process_source AS ps
        INNER JOIN source_contact AS l ON l.source_id = ps.source_id
        INNER JOIN contact_lkup AS c ON c.contact_id = l.contact_id
        INNER JOIN source_lkup AS s ON s.source_id = ps.source_id
        WHERE ps.process_id = :v_process_id
        ORDER BY contact_type, contact_name, source_name
    );
    RETURN TABLE (v_result);
END;
$$;
