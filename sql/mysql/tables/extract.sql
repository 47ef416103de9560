-- Extract: the files that processes hand to one another.

CREATE TABLE IF NOT EXISTS extract_status_lkup (
    extract_status_id INT NOT NULL AUTO_INCREMENT,
    extract_status_name VARCHAR(75) NOT NULL,
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
    CONSTRAINT extract_status_lkup_pk PRIMARY KEY (extract_status_id),
    CONSTRAINT extract_status_lkup_extract_status_name_uk UNIQUE (extract_status_name)
)
ENGINE = InnoDB AUTO_INCREMENT = 101 DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'States of an extract. Only the preloaded ones drive the rules.';

CREATE TABLE IF NOT EXISTS extract_compression_type_lkup (
    extract_compression_type_id INT NOT NULL AUTO_INCREMENT,
    extract_compression_type VARCHAR(25) NOT NULL,
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
    CONSTRAINT extract_compression_type_lkup_pk PRIMARY KEY (extract_compression_type_id),
    CONSTRAINT extract_compression_type_lkup_extract_compression_type_uk UNIQUE (extract_compression_type)
)
ENGINE = InnoDB AUTO_INCREMENT = 101 DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Ways in which an extract can be compressed.';

CREATE TABLE IF NOT EXISTS extract_filetype_lkup (
    extract_filetype_id INT NOT NULL AUTO_INCREMENT,
    extract_filetype VARCHAR(75) NOT NULL,
    extract_filetype_code VARCHAR(25) NOT NULL,
    delimiter_char VARCHAR(1),
    quote_char VARCHAR(1),
    escape_char VARCHAR(1),
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
    CONSTRAINT extract_filetype_lkup_pk PRIMARY KEY (extract_filetype_id),
    CONSTRAINT extract_filetype_lkup_extract_filetype_uk UNIQUE (extract_filetype),
    CONSTRAINT extract_filetype_lkup_extract_filetype_code_uk UNIQUE (extract_filetype_code)
)
ENGINE = InnoDB AUTO_INCREMENT = 101 DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'File types of extracts and how they are read.';

CREATE TABLE IF NOT EXISTS filesize_type_lkup (
    filesize_type_id INT NOT NULL AUTO_INCREMENT,
    filesize_type_name VARCHAR(75) NOT NULL,
    filesize_type_code VARCHAR(2) NOT NULL,
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
    CONSTRAINT filesize_type_lkup_pk PRIMARY KEY (filesize_type_id),
    CONSTRAINT filesize_type_lkup_filesize_type_name_uk UNIQUE (filesize_type_name),
    CONSTRAINT filesize_type_lkup_filesize_type_code_uk UNIQUE (filesize_type_code)
)
ENGINE = InnoDB AUTO_INCREMENT = 101 DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Units of an extract''s size.';

CREATE TABLE IF NOT EXISTS extract_tracking (
    extract_id BIGINT NOT NULL AUTO_INCREMENT,
    extract_filename VARCHAR(750) NOT NULL,
    extract_location_id INT NOT NULL,
    extract_status_id INT NOT NULL,
    extract_registration_date_time DATETIME(6) NOT NULL,
    extract_write_low_date_time DATETIME(6),
    extract_write_high_date_time DATETIME(6),
    extract_write_record_count BIGINT,
    extract_load_low_date_time DATETIME(6),
    extract_load_high_date_time DATETIME(6),
    extract_load_record_count BIGINT,
    extract_compression_type_id INT,
    extract_filetype_id INT,
    extract_filesize DECIMAL(60, 20),
    extract_filesize_type_id INT,
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
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
    REFERENCES filesize_type_lkup (filesize_type_id),
    CONSTRAINT extract_tracking_counts_ck CHECK (extract_write_record_count >= 0 AND extract_load_record_count >= 0),
    CONSTRAINT extract_tracking_write_dates_ck CHECK (extract_write_low_date_time <= extract_write_high_date_time),
    CONSTRAINT extract_tracking_load_dates_ck CHECK (extract_load_low_date_time <= extract_load_high_date_time),
    CONSTRAINT extract_tracking_filesize_ck CHECK (extract_filesize >= 0),
    INDEX extract_tracking_extract_status_id_ix (extract_status_id, extract_location_id)
)
ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Extracts: the files that processes hand to one another.';

CREATE TABLE IF NOT EXISTS extract_process_tracking (
    extract_tracking_id BIGINT NOT NULL,
    process_tracking_id BIGINT NOT NULL,
    extract_process_status_id INT NOT NULL,
    extract_process_event_date_time DATETIME(6) NOT NULL,
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
    CONSTRAINT extract_process_tracking_pk PRIMARY KEY (extract_tracking_id, process_tracking_id),
    CONSTRAINT extract_process_tracking_extract_tracking_id_fk FOREIGN KEY (extract_tracking_id)
    REFERENCES extract_tracking (extract_id),
    CONSTRAINT extract_process_tracking_process_tracking_id_fk FOREIGN KEY (process_tracking_id)
    REFERENCES process_tracking (process_tracking_id),
    CONSTRAINT extract_process_tracking_extract_process_status_id_fk FOREIGN KEY (extract_process_status_id)
    REFERENCES extract_status_lkup (extract_status_id),
    INDEX extract_process_tracking_process_tracking_id_ix (process_tracking_id),
    INDEX extract_process_tracking_extract_process_status_id_ix (extract_process_status_id)
)
ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Which run touched which extract, and what it last did with it.';

CREATE TABLE IF NOT EXISTS extract_dataset_type (
    extract_id BIGINT NOT NULL,
    dataset_type_id INT NOT NULL,
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
    CONSTRAINT extract_dataset_type_pk PRIMARY KEY (extract_id, dataset_type_id),
    CONSTRAINT extract_dataset_type_extract_id_fk FOREIGN KEY (extract_id) REFERENCES extract_tracking (extract_id),
    CONSTRAINT extract_dataset_type_dataset_type_id_fk FOREIGN KEY (dataset_type_id)
    REFERENCES dataset_type_lkup (dataset_type_id),
    INDEX extract_dataset_type_dataset_type_id_ix (dataset_type_id)
)
ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Categories of the data in an extract.';

CREATE TABLE IF NOT EXISTS extract_dependency (
    parent_extract_id BIGINT NOT NULL,
    child_extract_id BIGINT NOT NULL,
    dependency_type_id INT NOT NULL DEFAULT 1,
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
    CONSTRAINT extract_dependency_pk PRIMARY KEY (parent_extract_id, child_extract_id),
    CONSTRAINT extract_dependency_parent_extract_id_fk FOREIGN KEY (parent_extract_id)
    REFERENCES extract_tracking (extract_id),
    CONSTRAINT extract_dependency_child_extract_id_fk FOREIGN KEY (child_extract_id)
    REFERENCES extract_tracking (extract_id),
    CONSTRAINT extract_dependency_dependency_type_id_fk FOREIGN KEY (dependency_type_id)
    REFERENCES dependency_type_lkup (dependency_type_id),
    CONSTRAINT extract_dependency_self_ck CHECK (parent_extract_id <> child_extract_id),
    INDEX extract_dependency_child_extract_id_ix (child_extract_id),
    INDEX extract_dependency_dependency_type_id_ix (dependency_type_id)
)
ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Which extract has to be loaded before which.';

CREATE TABLE IF NOT EXISTS extract_source (
    extract_id BIGINT NOT NULL,
    source_id INT NOT NULL,
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
    CONSTRAINT extract_source_pk PRIMARY KEY (extract_id, source_id),
    CONSTRAINT extract_source_extract_id_fk FOREIGN KEY (extract_id) REFERENCES extract_tracking (extract_id),
    CONSTRAINT extract_source_source_id_fk FOREIGN KEY (source_id) REFERENCES source_lkup (source_id),
    INDEX extract_source_source_id_ix (source_id)
)
ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Sources whose data an extract holds.';

CREATE TABLE IF NOT EXISTS extract_source_object (
    extract_id BIGINT NOT NULL,
    source_object_id INT NOT NULL,
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
    CONSTRAINT extract_source_object_pk PRIMARY KEY (extract_id, source_object_id),
    CONSTRAINT extract_source_object_extract_id_fk FOREIGN KEY (extract_id)
    REFERENCES extract_tracking (extract_id),
    CONSTRAINT extract_source_object_source_object_id_fk FOREIGN KEY (source_object_id)
    REFERENCES source_object_lkup (source_object_id),
    INDEX extract_source_object_source_object_id_ix (source_object_id)
)
ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Source objects whose data an extract holds.';
