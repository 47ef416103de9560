-- dataset_types_json: the names of the dataset types of a process as a JSON array, in name order. Internal.
--
-- p_process_id  the process
-- Returns: such as ["a", "b"]. Errors: none. Tables: process_dataset_type, dataset_type_lkup.
CREATE OR REPLACE FUNCTION dataset_types_json(p_process_id IN NUMBER) RETURN CLOB
AUTHID DEFINER
IS
    v_json CLOB := '[';
    v_comma VARCHAR2(1);
BEGIN
    FOR item IN (
        SELECT JSON_ARRAY(d.dataset_type RETURNING VARCHAR2(4000)) AS names
        FROM process_dataset_type l
        INNER JOIN dataset_type_lkup d ON l.dataset_type_id = d.dataset_type_id
        WHERE l.process_id = p_process_id
        ORDER BY NLSSORT(d.dataset_type, 'NLS_SORT=BINARY')
    ) LOOP
        v_json := v_json || v_comma || SUBSTR(item.names, 2, LENGTH(item.names) - 2);
        v_comma := ',';
    END LOOP;
    RETURN v_json || ']';
END dataset_types_json;
/
