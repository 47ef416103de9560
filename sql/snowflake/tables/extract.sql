-- Extract: the files that processes hand to one another.

CREATE TABLE IF NOT EXISTS extract_status_lkup (
    extract_status_id INTEGER NOT NULL AUTOINCREMENT START 101 INCREMENT 1 ORDER,
    extract_status_name VARCHAR(75) NOT NULL,
    created_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    created_by INTEGER NOT NULL,
    update_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    updated_by INTEGER NOT NULL,
    CONSTRAINT extract_status_lkup_pk PRIMARY KEY (extract_status_id),
    CONSTRAINT extract_status_lkup_extract_status_name_uk UNIQUE (extract_status_name)
)
COMMENT = 'States of an extract. Only the preloaded ones drive the rules.';

CREATE TABLE IF NOT EXISTS extract_compression_type_lkup (
    extract_compression_type_id INTEGER NOT NULL AUTOINCREMENT START 101 INCREMENT 1 ORDER,
    extract_compression_type VARCHAR(25) NOT NULL,
    created_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    created_by INTEGER NOT NULL,
    update_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    updated_by INTEGER NOT NULL,
    CONSTRAINT extract_compression_type_lkup_pk PRIMARY KEY (extract_compression_type_id),
    CONSTRAINT extract_compression_type_lkup_extract_compression_type_uk UNIQUE (extract_compression_type)
)
COMMENT = 'Ways in which an extract can be compressed.';

CREATE TABLE IF NOT EXISTS extract_filetype_lkup (
    extract_filetype_id INTEGER NOT NULL AUTOINCREMENT START 101 INCREMENT 1 ORDER,
    extract_filetype VARCHAR(75) NOT NULL,
    extract_filetype_code VARCHAR(25) NOT NULL,
    delimiter_char VARCHAR(1),
    quote_char VARCHAR(1),
    escape_char VARCHAR(1),
    created_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    created_by INTEGER NOT NULL,
    update_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    updated_by INTEGER NOT NULL,
    CONSTRAINT extract_filetype_lkup_pk PRIMARY KEY (extract_filetype_id),
    CONSTRAINT extract_filetype_lkup_extract_filetype_uk UNIQUE (extract_filetype),
    CONSTRAINT extract_filetype_lkup_extract_filetype_code_uk UNIQUE (extract_filetype_code)
)
COMMENT = 'File types of extracts and how they are read.';

CREATE TABLE IF NOT EXISTS filesize_type_lkup (
    filesize_type_id INTEGER NOT NULL AUTOINCREMENT START 101 INCREMENT 1 ORDER,
    filesize_type_name VARCHAR(75) NOT NULL,
    filesize_type_code VARCHAR(2) NOT NULL,
    created_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    created_by INTEGER NOT NULL,
    update_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    updated_by INTEGER NOT NULL,
    CONSTRAINT filesize_type_lkup_pk PRIMARY KEY (filesize_type_id),
    CONSTRAINT filesize_type_lkup_filesize_type_name_uk UNIQUE (filesize_type_name),
    CONSTRAINT filesize_type_lkup_filesize_type_code_uk UNIQUE (filesize_type_code)
)
COMMENT = 'Units of an extract''s size.';

CREATE TABLE IF NOT EXISTS extract_tracking (
    extract_id BIGINT NOT NULL AUTOINCREMENT START 1 INCREMENT 1 ORDER,
    extract_filename VARCHAR(750) NOT NULL,
    extract_location_id INTEGER NOT NULL,
    extract_status_id INTEGER NOT NULL,
    extract_registration_date_time TIMESTAMP_TZ(6) NOT NULL,
    extract_write_low_date_time TIMESTAMP_TZ(6),
    extract_write_high_date_time TIMESTAMP_TZ(6),
    extract_write_record_count BIGINT,
    extract_load_low_date_time TIMESTAMP_TZ(6),
    extract_load_high_date_time TIMESTAMP_TZ(6),
    extract_load_record_count BIGINT,
    extract_compression_type_id INTEGER,
    extract_filetype_id INTEGER,
    extract_filesize NUMBER(38, 10),
    extract_filesize_type_id INTEGER,
    created_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    created_by INTEGER NOT NULL,
    update_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    updated_by INTEGER NOT NULL,
    CONSTRAINT extract_tracking_pk PRIMARY KEY (extract_id),
    CONSTRAINT extract_tracking_extract_filename_uk UNIQUE (extract_location_id, extract_filename),
    CONSTRAINT extract_tracking_extract_location_id_fk FOREIGN KEY (extract_location_id)
    REFERENCES location_lkup (location_id),
    CONSTRAINT extract_tracking_extract_status_id_fk FOREIGN KEY (extract_status_id)
    REFERENCES extract_status_lkup (extract_status_id),
    CONSTRAINT extract_tracking_extract_compression_type_id_fk FOREIGN KEY (extract_compression_type_id)
    REFERENCES extract_compression_type_lkup (extract_compression_type_id),
    CONSTRAINT extract_tracking_extract_filetype_id_fk FOREIGN KEY (extract_filetype_id)
    REFERENCES extract_filetype_lkup (extract_filetype_id),
    CONSTRAINT extract_tracking_extract_filesize_type_id_fk FOREIGN KEY (extract_filesize_type_id)
    REFERENCES filesize_type_lkup (filesize_type_id)
)
COMMENT = 'Extracts: the files that processes hand to one another.';

CREATE TABLE IF NOT EXISTS extract_process_tracking (
    extract_tracking_id BIGINT NOT NULL,
    process_tracking_id BIGINT NOT NULL,
    extract_process_status_id INTEGER NOT NULL,
    extract_process_event_date_time TIMESTAMP_TZ(6) NOT NULL,
    created_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    created_by INTEGER NOT NULL,
    update_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    updated_by INTEGER NOT NULL,
    CONSTRAINT extract_process_tracking_pk PRIMARY KEY (extract_tracking_id, process_tracking_id),
    CONSTRAINT extract_process_tracking_extract_tracking_id_fk FOREIGN KEY (extract_tracking_id)
    REFERENCES extract_tracking (extract_id),
    CONSTRAINT extract_process_tracking_process_tracking_id_fk FOREIGN KEY (process_tracking_id)
    REFERENCES process_tracking (process_tracking_id),
    CONSTRAINT extract_process_tracking_extract_process_status_id_fk FOREIGN KEY (extract_process_status_id)
    REFERENCES extract_status_lkup (extract_status_id)
)
COMMENT = 'Which run touched which extract, and what it last did with it.';

CREATE TABLE IF NOT EXISTS extract_dataset_type (
    extract_id BIGINT NOT NULL,
    dataset_type_id INTEGER NOT NULL,
    created_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    created_by INTEGER NOT NULL,
    update_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    updated_by INTEGER NOT NULL,
    CONSTRAINT extract_dataset_type_pk PRIMARY KEY (extract_id, dataset_type_id),
    CONSTRAINT extract_dataset_type_extract_id_fk FOREIGN KEY (extract_id) REFERENCES extract_tracking (extract_id),
    CONSTRAINT extract_dataset_type_dataset_type_id_fk FOREIGN KEY (dataset_type_id)
    REFERENCES dataset_type_lkup (dataset_type_id)
)
COMMENT = 'Categories of the data in an extract.';

CREATE TABLE IF NOT EXISTS extract_dependency (
    parent_extract_id BIGINT NOT NULL,
    child_extract_id BIGINT NOT NULL,
    dependency_type_id INTEGER DEFAULT 1 NOT NULL,
    created_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    created_by INTEGER NOT NULL,
    update_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    updated_by INTEGER NOT NULL,
    CONSTRAINT extract_dependency_pk PRIMARY KEY (parent_extract_id, child_extract_id),
    CONSTRAINT extract_dependency_parent_extract_id_fk FOREIGN KEY (parent_extract_id)
    REFERENCES extract_tracking (extract_id),
    CONSTRAINT extract_dependency_child_extract_id_fk FOREIGN KEY (child_extract_id)
    REFERENCES extract_tracking (extract_id),
    CONSTRAINT extract_dependency_dependency_type_id_fk FOREIGN KEY (dependency_type_id)
    REFERENCES dependency_type_lkup (dependency_type_id)
)
COMMENT = 'Which extract has to be loaded before which.';

CREATE TABLE IF NOT EXISTS extract_source (
    extract_id BIGINT NOT NULL,
    source_id INTEGER NOT NULL,
    created_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    created_by INTEGER NOT NULL,
    update_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    updated_by INTEGER NOT NULL,
    CONSTRAINT extract_source_pk PRIMARY KEY (extract_id, source_id),
    CONSTRAINT extract_source_extract_id_fk FOREIGN KEY (extract_id) REFERENCES extract_tracking (extract_id),
    CONSTRAINT extract_source_source_id_fk FOREIGN KEY (source_id) REFERENCES source_lkup (source_id)
)
COMMENT = 'Sources whose data an extract holds.';

CREATE TABLE IF NOT EXISTS extract_source_object (
    extract_id BIGINT NOT NULL,
    source_object_id INTEGER NOT NULL,
    created_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    created_by INTEGER NOT NULL,
    update_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    updated_by INTEGER NOT NULL,
    CONSTRAINT extract_source_object_pk PRIMARY KEY (extract_id, source_object_id),
    CONSTRAINT extract_source_object_extract_id_fk FOREIGN KEY (extract_id) REFERENCES extract_tracking (extract_id),
    CONSTRAINT extract_source_object_source_object_id_fk FOREIGN KEY (source_object_id)
    REFERENCES source_object_lkup (source_object_id)
)
COMMENT = 'Source objects whose data an extract holds.';
