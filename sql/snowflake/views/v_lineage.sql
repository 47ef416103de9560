-- v_lineage: what flows where: source, process, target. An object is NULL where only its source was named.
CREATE OR REPLACE VIEW v_lineage COPY GRANTS AS
WITH read_object AS (
    SELECT
        l.process_id,
        o.source_id,
        o.source_object_name
    FROM process_source_object AS l
    INNER JOIN source_object_lkup AS o ON l.source_object_id = o.source_object_id
),

written_object AS (
    SELECT
        l.process_id,
        o.source_id,
        o.source_object_name
    FROM process_target_object AS l
    INNER JOIN source_object_lkup AS o ON l.target_object_id = o.source_object_id
)

SELECT
    p.process_id,
    p.process_name,
    s.source_name,
    r.source_object_name,
    t.source_name AS target_name,
    w.source_object_name AS target_object_name
FROM process AS p
LEFT JOIN process_source AS ps ON p.process_id = ps.process_id
LEFT JOIN source_lkup AS s ON ps.source_id = s.source_id
LEFT JOIN read_object AS r ON ps.process_id = r.process_id AND ps.source_id = r.source_id
LEFT JOIN process_target AS pt ON p.process_id = pt.process_id
LEFT JOIN source_lkup AS t ON pt.target_source_id = t.source_id
LEFT JOIN written_object AS w ON pt.process_id = w.process_id AND pt.target_source_id = w.source_id
WHERE ps.source_id IS NOT NULL OR pt.target_source_id IS NOT NULL;
