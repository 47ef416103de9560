"""What every database of the tests on IvorySQL has beside the store, as Oracle has it of itself: in a schema `shims`.

The dictionary's views are made of PostgreSQL's catalogue. Oracle keeps expressions, and texts of views and
routines, as they were written; here an expression is turned back by rule, and a text is the one that the loader has
noted, as long as the object is what was made of it.
"""

from __future__ import annotations

SHIMS = """
    CREATE SCHEMA shims;
    GRANT USAGE ON SCHEMA shims TO PUBLIC;
    CREATE FUNCTION shims.refuse(p_number integer, p_message text) RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION USING MESSAGE = p_message,
            ERRCODE = CASE WHEN p_number = -20000 THEN 'P0001' ELSE 'PT' || lpad((-20000 - p_number)::text, 3, '0') END;
    END $$;
    CREATE FUNCTION shims.items_of_json(p_json jsonb) RETURNS jsonb LANGUAGE sql AS $$
        SELECT coalesce(jsonb_agg(
            jsonb_build_object('m', item.is_member, 'n', item.name, 't', item.kind)
            || CASE WHEN item.kind IN ('array', 'object')
                THEN jsonb_build_object('v', shims.items_of_json(item.value)) ELSE '{}' END
            ORDER BY item.at
        ), '[]')
        FROM (
            SELECT 0 AS is_member, element.value #>> '{}' AS name, element.at, element.value,
                CASE WHEN jsonb_typeof(element.value) IN ('array', 'object', 'string')
                    THEN jsonb_typeof(element.value) ELSE 'other' END AS kind
            FROM jsonb_array_elements(CASE jsonb_typeof(p_json) WHEN 'array' THEN p_json END)
                WITH ORDINALITY AS element (value, at)
            UNION ALL
            SELECT 1, member.key, 0, member.value,
                CASE WHEN jsonb_typeof(member.value) IN ('array', 'object', 'string')
                    THEN jsonb_typeof(member.value) ELSE 'other' END
            FROM jsonb_each(CASE jsonb_typeof(p_json) WHEN 'object' THEN p_json END) AS member (key, value)
        ) AS item
    $$;

    CREATE TABLE shims.versions AS SELECT '12.2.0.1.0'::text AS version, '12.2.0'::text AS compatible;
    CREATE TABLE shims.session_privs AS
        SELECT privilege FROM unnest(ARRAY[
            'CREATE TABLE', 'CREATE SEQUENCE', 'CREATE VIEW', 'CREATE PROCEDURE', 'UNLIMITED TABLESPACE'
        ]) AS known (privilege);
    CREATE VIEW shims.user_users AS SELECT 'USERS' AS default_tablespace;
    CREATE VIEW shims.user_ts_quotas AS SELECT 'USERS' AS tablespace_name, 0 AS max_bytes WHERE false;

    CREATE FUNCTION shims.standard_hash(p_text text, p_method text) RETURNS bytea LANGUAGE sql AS $$
        SELECT pg_catalog.sha256(convert_to(p_text, 'UTF8'))
    $$;
    CREATE FUNCTION shims.rawtohex(p_raw bytea) RETURNS text LANGUAGE sql AS $$ SELECT upper(encode(p_raw, 'hex')) $$;

    -- An expression as it was written, but for white space and parentheses, which the server adds. To it '' is NULL.
    CREATE FUNCTION shims.written(p_expression text) RETURNS text LANGUAGE sql AS $$
        SELECT pg_catalog.regexp_replace(
            pg_catalog.regexp_replace(
                pg_catalog.regexp_replace(
                    replace(p_expression, 'clock_timestamp()', 'systimestamp'),
                    '::(sys\\.)?[a-z0-9 ]+(\\[\\])?', ' ', 'g'
                ),
                '= ANY \\(+ARRAY\\[(.*?)\\]\\)+', 'IN (\\1)', 'g'
            ),
            'sys\\.|pg_catalog\\.| ELSE NULL', ' ', 'g'
        )
    $$;

    CREATE VIEW shims.own_class AS
        SELECT c.oid, c.relname, c.relkind, c.relnamespace
        FROM pg_class AS c
        WHERE c.relnamespace = (SELECT n.oid FROM pg_namespace AS n WHERE n.nspname = current_user);
    CREATE VIEW shims.own_proc AS
        SELECT p.oid, p.proname, p.prokind, p.prosrc, p.prostatus
        FROM pg_proc AS p
        WHERE p.pronamespace = (SELECT n.oid FROM pg_namespace AS n WHERE n.nspname = current_user);
    -- What the loader has noted of a view or a routine: its text, and what the server made of it.
    CREATE TABLE shims.noted (oid oid PRIMARY KEY, text text NOT NULL, made text NOT NULL);

    CREATE VIEW shims.user_tables AS SELECT upper(relname) AS table_name FROM shims.own_class WHERE relkind = 'r';
    CREATE VIEW shims.user_views AS
        SELECT upper(c.relname) AS view_name, coalesce(n.text, pg_get_viewdef(c.oid)) AS text
        FROM shims.own_class AS c
        LEFT JOIN shims.noted AS n ON n.oid = c.oid AND n.made = pg_get_viewdef(c.oid)
        WHERE c.relkind = 'v';
    CREATE VIEW shims.user_source AS
        SELECT upper(p.proname) AS name, CASE p.prokind WHEN 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END AS type,
            line.number AS line, (line.text || chr(10))::varchar2(4000) AS text
        FROM shims.own_proc AS p
        LEFT JOIN shims.noted AS n ON n.oid = p.oid AND n.made = p.prosrc
        CROSS JOIN LATERAL string_to_table(coalesce(n.text, p.proname || p.prosrc), chr(10))
            WITH ORDINALITY AS line (text, number);
    CREATE VIEW shims.user_objects AS
        SELECT upper(relname) AS object_name,
            CASE relkind WHEN 'r' THEN 'TABLE' WHEN 'v' THEN 'VIEW' WHEN 'S' THEN 'SEQUENCE' ELSE 'INDEX' END
                AS object_type,
            'VALID' AS status
        FROM shims.own_class
        UNION ALL
        SELECT upper(proname), CASE prokind WHEN 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END,
            CASE prostatus WHEN 'i' THEN 'INVALID' ELSE 'VALID' END
        FROM shims.own_proc;
    CREATE VIEW shims.user_errors AS
        SELECT upper(proname) AS name, 'PROCEDURE' AS type, 1 AS sequence, 0 AS line, 'ERROR' AS attribute,
            'it does not compile' AS text
        FROM shims.own_proc
        WHERE prostatus = 'i';

    CREATE VIEW shims.user_tab_columns AS
        SELECT upper(c.relname) AS table_name, upper(a.attname) AS column_name,
            CASE
                WHEN t.typname LIKE 'oravarchar%' THEN 'VARCHAR2'
                WHEN t.typname = 'oratimestamptz' THEN 'TIMESTAMP(' || a.atttypmod || ') WITH TIME ZONE'
                ELSE upper(t.typname)
            END AS data_type,
            CASE WHEN t.typname = 'number' AND a.atttypmod >= 4 THEN (a.atttypmod - 4) >> 16 END AS data_precision,
            CASE WHEN t.typname = 'number' AND a.atttypmod >= 4 THEN (a.atttypmod - 4) & 2047 END AS data_scale,
            CASE WHEN t.typname LIKE 'oravarchar%' THEN a.atttypmod - 4 END AS char_length,
            CASE t.typname WHEN 'oravarcharchar' THEN 'C' WHEN 'oravarcharbyte' THEN 'B' END AS char_used,
            CASE WHEN a.attcollation <> 0 THEN 'USING_NLS_COMP' END AS collation,
            CASE WHEN a.attnotnull THEN 'N' ELSE 'Y' END AS nullable,
            CASE WHEN a.attidentity IN ('a', 'd', 'n') THEN 'YES' ELSE 'NO' END AS identity_column,
            CASE WHEN a.attidentity = 'n' THEN 'YES' ELSE 'NO' END AS default_on_null,
            shims.written(pg_get_expr(d.adbin, d.adrelid)) AS data_default
        FROM shims.own_class AS c
        INNER JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        INNER JOIN pg_type AS t ON t.oid = a.atttypid
        LEFT JOIN pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        WHERE c.relkind = 'r';
    CREATE VIEW shims.user_tab_identity_cols AS
        SELECT table_name, column_name, 'BY DEFAULT' AS generation_type
        FROM shims.user_tab_columns
        WHERE identity_column = 'YES';

    CREATE VIEW shims.user_constraints AS
        SELECT current_user AS owner, upper(k.conname) AS constraint_name, upper(c.relname) AS table_name,
            CASE k.contype WHEN 'f' THEN 'R' ELSE upper(k.contype::text) END AS constraint_type,
            CASE k.contype WHEN 'c' THEN shims.written(pg_get_expr(k.conbin, k.conrelid)) END AS search_condition,
            current_user AS r_owner, upper(r.conname) AS r_constraint_name,
            CASE k.confdeltype WHEN 'c' THEN 'CASCADE' WHEN 'n' THEN 'SET NULL' ELSE 'NO ACTION' END AS delete_rule,
            'ENABLED' AS status, CASE WHEN k.convalidated THEN 'VALIDATED' ELSE 'NOT VALIDATED' END AS validated,
            CASE WHEN k.condeferrable THEN 'DEFERRABLE' ELSE 'NOT DEFERRABLE' END AS deferrable,
            CASE WHEN k.contype = 'n' THEN 'GENERATED NAME' ELSE 'USER NAME' END AS generated
        FROM shims.own_class AS c
        INNER JOIN pg_constraint AS k ON k.conrelid = c.oid
        LEFT JOIN pg_constraint AS r ON r.conindid = k.conindid AND r.contype IN ('p', 'u') AND k.contype = 'f';
    CREATE VIEW shims.all_constraints AS SELECT * FROM shims.user_constraints;
    CREATE VIEW shims.user_cons_columns AS
        SELECT upper(k.conname) AS constraint_name, upper(a.attname) AS column_name, listed.position
        FROM shims.own_class AS c
        INNER JOIN pg_constraint AS k ON k.conrelid = c.oid
        CROSS JOIN LATERAL unnest(k.conkey) WITH ORDINALITY AS listed (number, position)
        INNER JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = listed.number;

    CREATE VIEW shims.user_indexes AS
        SELECT upper(x.relname) AS index_name, upper(c.relname) AS table_name, 'NORMAL' AS index_type,
            CASE WHEN i.indisunique THEN 'UNIQUE' ELSE 'NONUNIQUE' END AS uniqueness, 'VALID' AS status,
            'ENABLED' AS funcidx_status, 'VISIBLE' AS visibility
        FROM shims.own_class AS c
        INNER JOIN pg_index AS i ON i.indrelid = c.oid
        INNER JOIN pg_class AS x ON x.oid = i.indexrelid;
    CREATE VIEW shims.user_ind_columns AS
        SELECT upper(x.relname) AS index_name, listed.position AS column_position,
            upper(coalesce(a.attname, 'sys_nc' || listed.position || '$')) AS column_name,
            CASE WHEN i.indoption[listed.position - 1] & 1 = 1 THEN 'DESC' ELSE 'ASC' END AS descend
        FROM shims.own_class AS c
        INNER JOIN pg_index AS i ON i.indrelid = c.oid
        INNER JOIN pg_class AS x ON x.oid = i.indexrelid
        CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS listed (number, position)
        LEFT JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = listed.number AND a.attnum > 0;
    CREATE VIEW shims.user_ind_expressions AS
        SELECT upper(x.relname) AS index_name, listed.position AS column_position,
            shims.written(pg_get_indexdef(i.indexrelid, listed.position::integer, false)) AS column_expression
        FROM shims.own_class AS c
        INNER JOIN pg_index AS i ON i.indrelid = c.oid
        INNER JOIN pg_class AS x ON x.oid = i.indexrelid
        CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS listed (number, position)
        WHERE listed.number = 0;

    -- Of views alone: what a routine uses, the server does not keep.
    CREATE VIEW shims.all_dependencies AS
        SELECT DISTINCT current_user AS owner, upper(v.relname) AS name, 'VIEW' AS type,
            current_user AS referenced_owner, upper(c.relname) AS referenced_name
        FROM shims.own_class AS v
        INNER JOIN pg_rewrite AS w ON w.ev_class = v.oid
        INNER JOIN pg_depend AS d ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid
            AND d.refclassid = 'pg_class'::regclass
        INNER JOIN shims.own_class AS c ON c.oid = d.refobjid AND c.oid <> v.oid;
    CREATE VIEW shims.user_tab_privs_made AS
        SELECT upper(a.grantee::regrole::text) AS grantee, upper(p.proname) AS table_name, 'EXECUTE' AS privilege
        FROM pg_proc AS p
        CROSS JOIN LATERAL aclexplode(p.proacl) AS a
        WHERE p.pronamespace = (SELECT n.oid FROM pg_namespace AS n WHERE n.nspname = current_user) AND a.grantee <> 0
        UNION ALL
        SELECT upper(a.grantee::regrole::text), upper(c.relname), 'READ'
        FROM pg_class AS c
        CROSS JOIN LATERAL aclexplode(c.relacl) AS a
        WHERE c.relnamespace = (SELECT n.oid FROM pg_namespace AS n WHERE n.nspname = current_user) AND c.relkind = 'v'
            AND a.privilege_type = 'SELECT';
    GRANT SELECT ON ALL TABLES IN SCHEMA shims TO PUBLIC;
    GRANT INSERT, UPDATE ON shims.noted TO PUBLIC;
"""
#: The same, in this server's own PL/SQL.
SHIMS_PLSQL = [
    """
    CREATE PROCEDURE shims.raise_application_error(p_number IN NUMBER, p_message IN VARCHAR2) AUTHID CURRENT_USER IS
    BEGIN
        PERFORM shims.refuse(p_number::integer, p_message::text);
    END;
    """,
    """
    CREATE PACKAGE shims.utl_i18n IS
        FUNCTION raw_to_char(data IN RAW, charset IN VARCHAR2) RETURN VARCHAR2;
    END;
    """,
    """
    CREATE PACKAGE BODY shims.utl_i18n IS
        FUNCTION raw_to_char(data IN RAW, charset IN VARCHAR2) RETURN VARCHAR2 IS
        BEGIN
            RETURN convert_from(data::bytea, 'UTF8');
        END;
    END;
    """,
    """
    CREATE PACKAGE shims.dbms_utility IS
        PROCEDURE db_version(version OUT VARCHAR2, compatibility OUT VARCHAR2);
    END;
    """,
    """
    CREATE PACKAGE BODY shims.dbms_utility IS
        PROCEDURE db_version(version OUT VARCHAR2, compatibility OUT VARCHAR2) IS
        BEGIN
            SELECT v.version, v.compatible INTO version, compatibility FROM shims.versions v;
        END;
    END;
    """,
]
