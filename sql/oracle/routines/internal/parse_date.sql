-- parse_date: a date in a list of files. Internal.
--
-- p_date      the date as the caller gave it: an ISO text, in UTC when it names no zone
-- p_filename  the file, for the messages
-- Returns: the instant as a text that sorts as instants do, such as 2019-12-31 22:59:59.000000 +00:00; NULL gives NULL.
-- Errors: PT011 invalid_argument. Tables: none.
CREATE OR REPLACE FUNCTION parse_date(p_date IN VARCHAR2, p_filename IN VARCHAR2) RETURN VARCHAR2
AUTHID DEFINER
IS
    v_time VARCHAR2(30);
    v_length INTEGER;
    v_zone VARCHAR2(30);
    v_minutes NUMBER := 0;
    v_instant TIMESTAMP;
BEGIN
    IF p_date IS NULL THEN
        RETURN NULL;
    END IF;
    IF REGEXP_LIKE(
        p_date,
        '^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)? ?'
        || '(Z|[+-](0[0-9]|1[0-5])(:?[0-5][0-9])?)?)?$'
    ) THEN
        v_time := REGEXP_SUBSTR(p_date, '[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?', 11);
        v_length := COALESCE(LENGTH(v_time), 0);
        v_zone := REPLACE(REGEXP_SUBSTR(p_date, '[+-].*$', 11), ':', '');
        IF v_zone IS NOT NULL THEN
            v_minutes := TO_NUMBER(SUBSTR(v_zone, 1, 1) || '1')
                * (60 * TO_NUMBER(SUBSTR(v_zone, 2, 2)) + COALESCE(TO_NUMBER(SUBSTR(v_zone, 4, 2)), 0));
        END IF;
        BEGIN
            v_instant := TO_TIMESTAMP(
                SUBSTR(p_date, 1, 10) || ' ' || v_time || SUBSTR('00:00:00.000000', v_length + 1),
                'YYYY-MM-DD HH24:MI:SS.FF6'
            ) - NUMTODSINTERVAL(v_minutes, 'MINUTE');
        EXCEPTION
            WHEN OTHERS THEN
                -- No calendar has it.
                NULL;
        END;
    END IF;
    IF v_instant IS NULL THEN
        raise_error(
            'PT011: a date of "%" is no ISO text (%); give dates such as 2019-12-31 or 2019-12-31T23:59:59Z',
            p_filename, p_date
        );
    END IF;
    check_instant(FROM_TZ(v_instant, '+00:00'), p_filename);
    RETURN TO_CHAR(v_instant, 'YYYY-MM-DD HH24:MI:SS.FF6') || ' +00:00';
END parse_date;
/
