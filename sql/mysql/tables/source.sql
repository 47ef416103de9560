-- Source: what data comes from and goes to, down to its attributes.

CREATE TABLE IF NOT EXISTS source_type_lkup (
    source_type_id INT NOT NULL AUTO_INCREMENT,
    source_type_name VARCHAR(75) NOT NULL,
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
    CONSTRAINT source_type_lkup_pk PRIMARY KEY (source_type_id),
    CONSTRAINT source_type_lkup_source_type_name_uk UNIQUE (source_type_name)
)
ENGINE = InnoDB AUTO_INCREMENT = 101 DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Kinds of sources.';

CREATE TABLE IF NOT EXISTS character_set_lkup (
    character_set_id INT NOT NULL AUTO_INCREMENT,
    character_set_name VARCHAR(75) NOT NULL,
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
    CONSTRAINT character_set_lkup_pk PRIMARY KEY (character_set_id),
    CONSTRAINT character_set_lkup_character_set_name_uk UNIQUE (character_set_name)
)
ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Character sets that data comes in.';

CREATE TABLE IF NOT EXISTS data_type_lkup (
    data_type_id INT NOT NULL AUTO_INCREMENT,
    data_type VARCHAR(75) NOT NULL,
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
    CONSTRAINT data_type_lkup_pk PRIMARY KEY (data_type_id),
    CONSTRAINT data_type_lkup_data_type_uk UNIQUE (data_type)
)
ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Data types of source object attributes.';

CREATE TABLE IF NOT EXISTS dataset_type_lkup (
    dataset_type_id INT NOT NULL AUTO_INCREMENT,
    dataset_type VARCHAR(250) NOT NULL,
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
    CONSTRAINT dataset_type_lkup_pk PRIMARY KEY (dataset_type_id),
    CONSTRAINT dataset_type_lkup_dataset_type_uk UNIQUE (dataset_type)
)
ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'High-level categories of data, such as Customer, Sales, Employee.';

CREATE TABLE IF NOT EXISTS filter_type_lkup (
    filter_type_id INT NOT NULL AUTO_INCREMENT,
    filter_type_name VARCHAR(75) NOT NULL,
    filter_type_code VARCHAR(3) NOT NULL,
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
    CONSTRAINT filter_type_lkup_pk PRIMARY KEY (filter_type_id),
    CONSTRAINT filter_type_lkup_filter_type_name_uk UNIQUE (filter_type_name),
    CONSTRAINT filter_type_lkup_filter_type_code_uk UNIQUE (filter_type_code)
)
ENGINE = InnoDB AUTO_INCREMENT = 101 DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Comparisons that a process filter can make.';

CREATE TABLE IF NOT EXISTS source_lkup (
    source_id INT NOT NULL AUTO_INCREMENT,
    source_name VARCHAR(250) NOT NULL,
    character_set_id INT,
    source_type_id INT NOT NULL DEFAULT 1,
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
    CONSTRAINT source_lkup_pk PRIMARY KEY (source_id),
    CONSTRAINT source_lkup_source_name_uk UNIQUE (source_name),
    CONSTRAINT source_lkup_character_set_id_fk FOREIGN KEY (character_set_id)
    REFERENCES character_set_lkup (character_set_id),
    CONSTRAINT source_lkup_source_type_id_fk FOREIGN KEY (source_type_id)
    REFERENCES source_type_lkup (source_type_id),
    INDEX source_lkup_character_set_id_ix (character_set_id),
    INDEX source_lkup_source_type_id_ix (source_type_id)
)
ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Systems that data is read from or written to: a target is a source in another role.';

CREATE TABLE IF NOT EXISTS source_object_lkup (
    source_object_id INT NOT NULL AUTO_INCREMENT,
    source_id INT NOT NULL,
    source_object_name VARCHAR(250) NOT NULL,
    character_set_id INT,
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
    CONSTRAINT source_object_lkup_pk PRIMARY KEY (source_object_id),
    CONSTRAINT source_object_lkup_source_object_name_uk UNIQUE (source_id, source_object_name),
    CONSTRAINT source_object_lkup_source_id_fk FOREIGN KEY (source_id) REFERENCES source_lkup (source_id),
    CONSTRAINT source_object_lkup_character_set_id_fk FOREIGN KEY (character_set_id)
    REFERENCES character_set_lkup (character_set_id),
    INDEX source_object_lkup_character_set_id_ix (character_set_id)
)
ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Tables, datasets and files of a source.';

CREATE TABLE IF NOT EXISTS source_object_attribute_lkup (
    source_object_attribute_id INT NOT NULL AUTO_INCREMENT,
    source_object_attribute_name VARCHAR(250) NOT NULL,
    source_object_id INT NOT NULL,
    attribute_path VARCHAR(750),
    data_type_id INT,
    data_length INT,
    data_decimal INT,
    is_pii BOOLEAN NOT NULL DEFAULT FALSE,
    default_value_string VARCHAR(250),
    default_value_number DECIMAL(60, 20),
    is_key BOOLEAN NOT NULL DEFAULT FALSE,
    is_filter BOOLEAN NOT NULL DEFAULT FALSE,
    is_partition BOOLEAN NOT NULL DEFAULT FALSE,
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
    CONSTRAINT source_object_attribute_lkup_pk PRIMARY KEY (source_object_attribute_id),
    CONSTRAINT source_object_attribute_lkup_source_object_attribute_name_uk
    UNIQUE (source_object_id, source_object_attribute_name),
    CONSTRAINT source_object_attribute_lkup_source_object_id_fk FOREIGN KEY (source_object_id)
    REFERENCES source_object_lkup (source_object_id),
    CONSTRAINT source_object_attribute_lkup_data_type_id_fk FOREIGN KEY (data_type_id)
    REFERENCES data_type_lkup (data_type_id),
    CONSTRAINT source_object_attribute_lkup_length_ck CHECK (data_length >= 0),
    CONSTRAINT source_object_attribute_lkup_decimal_ck CHECK (data_decimal >= 0),
    INDEX source_object_attribute_lkup_data_type_id_ix (data_type_id)
)
ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Columns and fields of a source object.';

CREATE TABLE IF NOT EXISTS source_contact (
    source_id INT NOT NULL,
    contact_id INT NOT NULL,
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
    CONSTRAINT source_contact_pk PRIMARY KEY (source_id, contact_id),
    CONSTRAINT source_contact_source_id_fk FOREIGN KEY (source_id) REFERENCES source_lkup (source_id),
    CONSTRAINT source_contact_contact_id_fk FOREIGN KEY (contact_id) REFERENCES contact_lkup (contact_id),
    INDEX source_contact_contact_id_ix (contact_id)
)
ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Whom to tell about a source.';

CREATE TABLE IF NOT EXISTS source_dataset_type (
    source_id INT NOT NULL,
    dataset_type_id INT NOT NULL,
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
    CONSTRAINT source_dataset_type_pk PRIMARY KEY (source_id, dataset_type_id),
    CONSTRAINT source_dataset_type_source_id_fk FOREIGN KEY (source_id) REFERENCES source_lkup (source_id),
    CONSTRAINT source_dataset_type_dataset_type_id_fk FOREIGN KEY (dataset_type_id)
    REFERENCES dataset_type_lkup (dataset_type_id),
    INDEX source_dataset_type_dataset_type_id_ix (dataset_type_id)
)
ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Categories of the data in a source.';

CREATE TABLE IF NOT EXISTS source_object_dataset_type (
    source_object_id INT NOT NULL,
    dataset_type_id INT NOT NULL,
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
    CONSTRAINT source_object_dataset_type_pk PRIMARY KEY (source_object_id, dataset_type_id),
    CONSTRAINT source_object_dataset_type_source_object_id_fk FOREIGN KEY (source_object_id)
    REFERENCES source_object_lkup (source_object_id),
    CONSTRAINT source_object_dataset_type_dataset_type_id_fk FOREIGN KEY (dataset_type_id)
    REFERENCES dataset_type_lkup (dataset_type_id),
    INDEX source_object_dataset_type_dataset_type_id_ix (dataset_type_id)
)
ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Categories of the data in a source object.';

CREATE TABLE IF NOT EXISTS source_location (
    source_id INT NOT NULL,
    location_id INT NOT NULL,
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
    CONSTRAINT source_location_pk PRIMARY KEY (source_id, location_id),
    CONSTRAINT source_location_source_id_fk FOREIGN KEY (source_id) REFERENCES source_lkup (source_id),
    CONSTRAINT source_location_location_id_fk FOREIGN KEY (location_id) REFERENCES location_lkup (location_id),
    INDEX source_location_location_id_ix (location_id)
)
ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Where a source keeps its data.';

CREATE TABLE IF NOT EXISTS source_object_location (
    source_object_id INT NOT NULL,
    location_id INT NOT NULL,
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
    CONSTRAINT source_object_location_pk PRIMARY KEY (source_object_id, location_id),
    CONSTRAINT source_object_location_source_object_id_fk FOREIGN KEY (source_object_id)
    REFERENCES source_object_lkup (source_object_id),
    CONSTRAINT source_object_location_location_id_fk FOREIGN KEY (location_id)
    REFERENCES location_lkup (location_id),
    INDEX source_object_location_location_id_ix (location_id)
)
ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Where a source object keeps its data.';
