-- Location: where extracts lie.

CREATE TABLE IF NOT EXISTS location_type_lkup (
    location_type_id INTEGER NOT NULL AUTOINCREMENT START 101 INCREMENT 1 ORDER,
    location_type_name VARCHAR(25) NOT NULL,
    created_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    created_by INTEGER NOT NULL,
    update_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    updated_by INTEGER NOT NULL,
    CONSTRAINT location_type_lkup_pk PRIMARY KEY (location_type_id),
    CONSTRAINT location_type_lkup_location_type_name_uk UNIQUE (location_type_name)
)
COMMENT = 'Kinds of locations.';

CREATE TABLE IF NOT EXISTS location_lkup (
    location_id INTEGER NOT NULL AUTOINCREMENT START 1 INCREMENT 1 ORDER,
    location_name VARCHAR(750) NOT NULL,
    location_path VARCHAR(750) NOT NULL,
    location_type_id INTEGER NOT NULL,
    location_file_count INTEGER,
    location_bucket_name VARCHAR(750),
    created_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    created_by INTEGER NOT NULL,
    update_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    updated_by INTEGER NOT NULL,
    CONSTRAINT location_lkup_pk PRIMARY KEY (location_id),
    CONSTRAINT location_lkup_location_name_uk UNIQUE (location_name),
    CONSTRAINT location_lkup_location_path_uk UNIQUE (location_path),
    CONSTRAINT location_lkup_location_type_id_fk FOREIGN KEY (location_type_id)
    REFERENCES location_type_lkup (location_type_id)
)
COMMENT = 'Folders and buckets that extracts lie in.';
