-- Source: what data comes from and goes to, down to its attributes.

CREATE TABLE IF NOT EXISTS source_type_lkup (
    source_type_id INTEGER NOT NULL AUTOINCREMENT START 101 INCREMENT 1 ORDER,
    source_type_name VARCHAR(75) NOT NULL,
    created_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    created_by INTEGER NOT NULL,
    update_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    updated_by INTEGER NOT NULL,
    CONSTRAINT source_type_lkup_pk PRIMARY KEY (source_type_id),
    CONSTRAINT source_type_lkup_source_type_name_uk UNIQUE (source_type_name)
)
COMMENT = 'Kinds of sources.';

CREATE TABLE IF NOT EXISTS character_set_lkup (
    character_set_id INTEGER NOT NULL AUTOINCREMENT START 1 INCREMENT 1 ORDER,
    character_set_name VARCHAR(75) NOT NULL,
    created_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    created_by INTEGER NOT NULL,
    update_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    updated_by INTEGER NOT NULL,
    CONSTRAINT character_set_lkup_pk PRIMARY KEY (character_set_id),
    CONSTRAINT character_set_lkup_character_set_name_uk UNIQUE (character_set_name)
)
COMMENT = 'Character sets that data comes in.';

CREATE TABLE IF NOT EXISTS data_type_lkup (
    data_type_id INTEGER NOT NULL AUTOINCREMENT START 1 INCREMENT 1 ORDER,
    data_type VARCHAR(75) NOT NULL,
    created_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    created_by INTEGER NOT NULL,
    update_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    updated_by INTEGER NOT NULL,
    CONSTRAINT data_type_lkup_pk PRIMARY KEY (data_type_id),
    CONSTRAINT data_type_lkup_data_type_uk UNIQUE (data_type)
)
COMMENT = 'Data types of source object attributes.';

CREATE TABLE IF NOT EXISTS dataset_type_lkup (
    dataset_type_id INTEGER NOT NULL AUTOINCREMENT START 1 INCREMENT 1 ORDER,
    dataset_type VARCHAR(250) NOT NULL,
    created_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    created_by INTEGER NOT NULL,
    update_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    updated_by INTEGER NOT NULL,
    CONSTRAINT dataset_type_lkup_pk PRIMARY KEY (dataset_type_id),
    CONSTRAINT dataset_type_lkup_dataset_type_uk UNIQUE (dataset_type)
)
COMMENT = 'High-level categories of data, such as Customer, Sales, Employee.';

CREATE TABLE IF NOT EXISTS filter_type_lkup (
    filter_type_id INTEGER NOT NULL AUTOINCREMENT START 101 INCREMENT 1 ORDER,
    filter_type_name VARCHAR(75) NOT NULL,
    filter_type_code VARCHAR(3) NOT NULL,
    created_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    created_by INTEGER NOT NULL,
    update_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    updated_by INTEGER NOT NULL,
    CONSTRAINT filter_type_lkup_pk PRIMARY KEY (filter_type_id),
    CONSTRAINT filter_type_lkup_filter_type_name_uk UNIQUE (filter_type_name),
    CONSTRAINT filter_type_lkup_filter_type_code_uk UNIQUE (filter_type_code)
)
COMMENT = 'Comparisons that a process filter can make.';

CREATE TABLE IF NOT EXISTS source_lkup (
    source_id INTEGER NOT NULL AUTOINCREMENT START 1 INCREMENT 1 ORDER,
    source_name VARCHAR(250) NOT NULL,
    character_set_id INTEGER,
    source_type_id INTEGER DEFAULT 1 NOT NULL,
    created_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    created_by INTEGER NOT NULL,
    update_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    updated_by INTEGER NOT NULL,
    CONSTRAINT source_lkup_pk PRIMARY KEY (source_id),
    CONSTRAINT source_lkup_source_name_uk UNIQUE (source_name),
    CONSTRAINT source_lkup_character_set_id_fk FOREIGN KEY (character_set_id)
    REFERENCES character_set_lkup (character_set_id),
    CONSTRAINT source_lkup_source_type_id_fk FOREIGN KEY (source_type_id) REFERENCES source_type_lkup (source_type_id)
)
COMMENT = 'Systems that data is read from or written to: a target is a source in another role.';

CREATE TABLE IF NOT EXISTS source_object_lkup (
    source_object_id INTEGER NOT NULL AUTOINCREMENT START 1 INCREMENT 1 ORDER,
    source_id INTEGER NOT NULL,
    source_object_name VARCHAR(250) NOT NULL,
    character_set_id INTEGER,
    created_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    created_by INTEGER NOT NULL,
    update_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    updated_by INTEGER NOT NULL,
    CONSTRAINT source_object_lkup_pk PRIMARY KEY (source_object_id),
    CONSTRAINT source_object_lkup_source_object_name_uk UNIQUE (source_id, source_object_name),
    CONSTRAINT source_object_lkup_source_id_fk FOREIGN KEY (source_id) REFERENCES source_lkup (source_id),
    CONSTRAINT source_object_lkup_character_set_id_fk FOREIGN KEY (character_set_id)
    REFERENCES character_set_lkup (character_set_id)
)
COMMENT = 'Tables, datasets and files of a source.';

CREATE TABLE IF NOT EXISTS source_object_attribute_lkup (
    source_object_attribute_id INTEGER NOT NULL AUTOINCREMENT START 1 INCREMENT 1 ORDER,
    source_object_attribute_name VARCHAR(250) NOT NULL,
    source_object_id INTEGER NOT NULL,
    attribute_path VARCHAR(750),
    data_type_id INTEGER,
    data_length INTEGER,
    data_decimal INTEGER,
    is_pii BOOLEAN DEFAULT FALSE NOT NULL,
    default_value_string VARCHAR(250),
    default_value_number NUMBER(38, 10),
    is_key BOOLEAN DEFAULT FALSE NOT NULL,
    is_filter BOOLEAN DEFAULT FALSE NOT NULL,
    is_partition BOOLEAN DEFAULT FALSE NOT NULL,
    created_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    created_by INTEGER NOT NULL,
    update_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    updated_by INTEGER NOT NULL,
    CONSTRAINT source_object_attribute_lkup_pk PRIMARY KEY (source_object_attribute_id),
    CONSTRAINT source_object_attribute_lkup_source_object_attribute_name_uk
    UNIQUE (source_object_id, source_object_attribute_name),
    CONSTRAINT source_object_attribute_lkup_source_object_id_fk FOREIGN KEY (source_object_id)
    REFERENCES source_object_lkup (source_object_id),
    CONSTRAINT source_object_attribute_lkup_data_type_id_fk FOREIGN KEY (data_type_id)
    REFERENCES data_type_lkup (data_type_id)
)
COMMENT = 'Columns and fields of a source object.';

CREATE TABLE IF NOT EXISTS source_contact (
    source_id INTEGER NOT NULL,
    contact_id INTEGER NOT NULL,
    created_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    created_by INTEGER NOT NULL,
    update_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    updated_by INTEGER NOT NULL,
    CONSTRAINT source_contact_pk PRIMARY KEY (source_id, contact_id),
    CONSTRAINT source_contact_source_id_fk FOREIGN KEY (source_id) REFERENCES source_lkup (source_id),
    CONSTRAINT source_contact_contact_id_fk FOREIGN KEY (contact_id) REFERENCES contact_lkup (contact_id)
)
COMMENT = 'Whom to tell about a source.';

CREATE TABLE IF NOT EXISTS source_dataset_type (
    source_id INTEGER NOT NULL,
    dataset_type_id INTEGER NOT NULL,
    created_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    created_by INTEGER NOT NULL,
    update_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    updated_by INTEGER NOT NULL,
    CONSTRAINT source_dataset_type_pk PRIMARY KEY (source_id, dataset_type_id),
    CONSTRAINT source_dataset_type_source_id_fk FOREIGN KEY (source_id) REFERENCES source_lkup (source_id),
    CONSTRAINT source_dataset_type_dataset_type_id_fk FOREIGN KEY (dataset_type_id)
    REFERENCES dataset_type_lkup (dataset_type_id)
)
COMMENT = 'Categories of the data in a source.';

CREATE TABLE IF NOT EXISTS source_object_dataset_type (
    source_object_id INTEGER NOT NULL,
    dataset_type_id INTEGER NOT NULL,
    created_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    created_by INTEGER NOT NULL,
    update_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    updated_by INTEGER NOT NULL,
    CONSTRAINT source_object_dataset_type_pk PRIMARY KEY (source_object_id, dataset_type_id),
    CONSTRAINT source_object_dataset_type_source_object_id_fk FOREIGN KEY (source_object_id)
    REFERENCES source_object_lkup (source_object_id),
    CONSTRAINT source_object_dataset_type_dataset_type_id_fk FOREIGN KEY (dataset_type_id)
    REFERENCES dataset_type_lkup (dataset_type_id)
)
COMMENT = 'Categories of the data in a source object.';

CREATE TABLE IF NOT EXISTS source_location (
    source_id INTEGER NOT NULL,
    location_id INTEGER NOT NULL,
    created_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    created_by INTEGER NOT NULL,
    update_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    updated_by INTEGER NOT NULL,
    CONSTRAINT source_location_pk PRIMARY KEY (source_id, location_id),
    CONSTRAINT source_location_source_id_fk FOREIGN KEY (source_id) REFERENCES source_lkup (source_id),
    CONSTRAINT source_location_location_id_fk FOREIGN KEY (location_id) REFERENCES location_lkup (location_id)
)
COMMENT = 'Where a source keeps its data.';

CREATE TABLE IF NOT EXISTS source_object_location (
    source_object_id INTEGER NOT NULL,
    location_id INTEGER NOT NULL,
    created_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    created_by INTEGER NOT NULL,
    update_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    updated_by INTEGER NOT NULL,
    CONSTRAINT source_object_location_pk PRIMARY KEY (source_object_id, location_id),
    CONSTRAINT source_object_location_source_object_id_fk FOREIGN KEY (source_object_id)
    REFERENCES source_object_lkup (source_object_id),
    CONSTRAINT source_object_location_location_id_fk FOREIGN KEY (location_id) REFERENCES location_lkup (location_id)
)
COMMENT = 'Where a source object keeps its data.';
