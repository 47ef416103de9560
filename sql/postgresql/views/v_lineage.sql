-- v_lineage: what flows where: source, process, target. An object is NULL where only its source was named.
CREATE OR REPLACE VIEW v_lineage AS
WITH read_object AS (
    SELECT
        ps.process_id,
        ps.source_id,
        o.source_object_id
    FROM process_source AS ps
    LEFT JOIN (
        SELECT
            l.process_id,
            so.source_id,
            so.source_object_id
        FROM process_source_object AS l
        INNER JOIN source_object_lkup AS so ON so.source_object_id = l.source_object_id
    ) AS o ON o.process_id = ps.process_id AND o.source_id = ps.source_id
),

written_object AS (
    SELECT
        pt.process_id,
        pt.target_source_id,
        o.source_object_id
    FROM process_target AS pt
    LEFT JOIN (
        SELECT
            l.process_id,
            so.source_id,
            so.source_object_id
        FROM process_target_object AS l
        INNER JOIN source_object_lkup AS so ON so.source_object_id = l.target_object_id
    ) AS o ON o.process_id = pt.process_id AND o.source_id = pt.target_source_id
)

SELECT
    p.process_id,
    p.process_name,
    s.source_name,
    so.source_object_name,
    t.source_name AS target_name,
    tob.source_object_name AS target_object_name
FROM process AS p
LEFT JOIN read_object AS r ON r.process_id = p.process_id
LEFT JOIN source_lkup AS s ON s.source_id = r.source_id
LEFT JOIN source_object_lkup AS so ON so.source_object_id = r.source_object_id
LEFT JOIN written_object AS w ON w.process_id = p.process_id
LEFT JOIN source_lkup AS t ON t.source_id = w.target_source_id
LEFT JOIN source_object_lkup AS tob ON tob.source_object_id = w.source_object_id
WHERE r.source_id IS NOT NULL OR w.target_source_id IS NOT NULL;
