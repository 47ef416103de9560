-- Location: where extracts lie.

CREATE TABLE IF NOT EXISTS location_type_lkup (
    location_type_id INT NOT NULL AUTO_INCREMENT,
    location_type_name VARCHAR(25) NOT NULL,
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
    CONSTRAINT location_type_lkup_pk PRIMARY KEY (location_type_id),
    CONSTRAINT location_type_lkup_location_type_name_uk UNIQUE (location_type_name)
)
ENGINE = InnoDB AUTO_INCREMENT = 101 DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Kinds of locations.';

CREATE TABLE IF NOT EXISTS location_lkup (
    location_id INT NOT NULL AUTO_INCREMENT,
    location_name VARCHAR(750) NOT NULL,
    location_path VARCHAR(750) NOT NULL,
    location_type_id INT NOT NULL,
    location_file_count INT,
    location_bucket_name VARCHAR(750),
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
    CONSTRAINT location_lkup_pk PRIMARY KEY (location_id),
    CONSTRAINT location_lkup_location_name_uk UNIQUE (location_name),
    CONSTRAINT location_lkup_location_path_uk UNIQUE (location_path),
    CONSTRAINT location_lkup_location_type_id_fk FOREIGN KEY (location_type_id)
    REFERENCES location_type_lkup (location_type_id),
    CONSTRAINT location_lkup_file_count_ck CHECK (location_file_count >= 0),
    INDEX location_lkup_location_type_id_ix (location_type_id)
)
ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Folders and buckets that extracts lie in.';
