-- Process: processes, their runs, dependencies, sources and targets.

CREATE TABLE IF NOT EXISTS process_type_lkup (
    process_type_id INTEGER NOT NULL AUTOINCREMENT START 101 INCREMENT 1 ORDER,
    process_type_name VARCHAR(250) NOT NULL,
    created_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    created_by INTEGER NOT NULL,
    update_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    updated_by INTEGER NOT NULL,
    CONSTRAINT process_type_lkup_pk PRIMARY KEY (process_type_id),
    CONSTRAINT process_type_lkup_process_type_name_uk UNIQUE (process_type_name)
)
COMMENT = 'Kinds of processes.';

CREATE TABLE IF NOT EXISTS process_status_lkup (
    process_status_id INTEGER NOT NULL AUTOINCREMENT START 101 INCREMENT 1 ORDER,
    process_status_name VARCHAR(75) NOT NULL,
    created_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    created_by INTEGER NOT NULL,
    update_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    updated_by INTEGER NOT NULL,
    CONSTRAINT process_status_lkup_pk PRIMARY KEY (process_status_id),
    CONSTRAINT process_status_lkup_process_status_name_uk UNIQUE (process_status_name)
)
COMMENT = 'States of a process run. Only the preloaded ones drive the rules.';

CREATE TABLE IF NOT EXISTS dependency_type_lkup (
    dependency_type_id INTEGER NOT NULL AUTOINCREMENT START 101 INCREMENT 1 ORDER,
    dependency_type_name VARCHAR(75) NOT NULL,
    created_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    created_by INTEGER NOT NULL,
    update_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    updated_by INTEGER NOT NULL,
    CONSTRAINT dependency_type_lkup_pk PRIMARY KEY (dependency_type_id),
    CONSTRAINT dependency_type_lkup_dependency_type_name_uk UNIQUE (dependency_type_name)
)
COMMENT = 'How strongly a child depends on its parent. Soft never blocks.';

CREATE TABLE IF NOT EXISTS process (
    process_id INTEGER NOT NULL AUTOINCREMENT START 1 INCREMENT 1 ORDER,
    process_name VARCHAR(250) NOT NULL,
    total_record_count BIGINT DEFAULT 0 NOT NULL,
    process_type_id INTEGER NOT NULL,
    process_tool_id INTEGER NOT NULL,
    last_failed_run_date_time TIMESTAMP_TZ(6),
    last_completed_run_date_time TIMESTAMP_TZ(6),
    last_errored_run_date_time TIMESTAMP_TZ(6),
    schedule_frequency_id INTEGER DEFAULT 0 NOT NULL,
    max_concurrent_failures INTEGER,
    stale_after_seconds INTEGER,
    created_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    created_by INTEGER NOT NULL,
    update_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    updated_by INTEGER NOT NULL,
    CONSTRAINT process_pk PRIMARY KEY (process_id),
    CONSTRAINT process_name_uk UNIQUE (process_name),
    CONSTRAINT process_process_type_id_fk FOREIGN KEY (process_type_id) REFERENCES process_type_lkup (process_type_id),
    CONSTRAINT process_process_tool_id_fk FOREIGN KEY (process_tool_id) REFERENCES tool_lkup (tool_id),
    CONSTRAINT process_schedule_frequency_id_fk FOREIGN KEY (schedule_frequency_id)
    REFERENCES schedule_frequency_lkup (schedule_frequency_id)
)
COMMENT = 'Processes: what runs again and again under one name.';

CREATE TABLE IF NOT EXISTS process_tracking (
    process_tracking_id BIGINT NOT NULL AUTOINCREMENT START 1 INCREMENT 1 ORDER,
    process_id INTEGER NOT NULL,
    process_status_id INTEGER NOT NULL,
    process_run_id BIGINT NOT NULL,
    process_run_low_date_time TIMESTAMP_TZ(6),
    process_run_high_date_time TIMESTAMP_TZ(6),
    process_run_start_date_time TIMESTAMP_TZ(6) NOT NULL,
    process_run_end_date_time TIMESTAMP_TZ(6),
    process_run_heartbeat_date_time TIMESTAMP_TZ(6),
    process_run_record_count BIGINT DEFAULT 0 NOT NULL,
    process_run_insert_count BIGINT DEFAULT 0 NOT NULL,
    process_run_update_count BIGINT DEFAULT 0 NOT NULL,
    process_run_delete_count BIGINT DEFAULT 0 NOT NULL,
    process_run_reject_count BIGINT DEFAULT 0 NOT NULL,
    process_run_actor_id INTEGER NOT NULL,
    is_latest_run BOOLEAN DEFAULT FALSE NOT NULL,
    process_run_name VARCHAR(250),
    parent_process_tracking_id BIGINT,
    created_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    created_by INTEGER NOT NULL,
    update_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    updated_by INTEGER NOT NULL,
    CONSTRAINT process_tracking_pk PRIMARY KEY (process_tracking_id),
    CONSTRAINT process_tracking_process_run_id_uk UNIQUE (process_id, process_run_id),
    CONSTRAINT process_tracking_process_run_name_uk UNIQUE (process_run_name),
    CONSTRAINT process_tracking_process_id_fk FOREIGN KEY (process_id) REFERENCES process (process_id),
    CONSTRAINT process_tracking_process_status_id_fk FOREIGN KEY (process_status_id)
    REFERENCES process_status_lkup (process_status_id),
    CONSTRAINT process_tracking_process_run_actor_id_fk FOREIGN KEY (process_run_actor_id)
    REFERENCES actor_lkup (actor_id),
    CONSTRAINT process_tracking_parent_process_tracking_id_fk FOREIGN KEY (parent_process_tracking_id)
    REFERENCES process_tracking (process_tracking_id)
)
COMMENT = 'Runs: one row for each time that a process ran.';

CREATE TABLE IF NOT EXISTS process_contact (
    process_id INTEGER NOT NULL,
    contact_id INTEGER NOT NULL,
    created_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    created_by INTEGER NOT NULL,
    update_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    updated_by INTEGER NOT NULL,
    CONSTRAINT process_contact_pk PRIMARY KEY (process_id, contact_id),
    CONSTRAINT process_contact_process_id_fk FOREIGN KEY (process_id) REFERENCES process (process_id),
    CONSTRAINT process_contact_contact_id_fk FOREIGN KEY (contact_id) REFERENCES contact_lkup (contact_id)
)
COMMENT = 'Whom to tell about a process.';

CREATE TABLE IF NOT EXISTS process_dataset_type (
    process_id INTEGER NOT NULL,
    dataset_type_id INTEGER NOT NULL,
    created_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    created_by INTEGER NOT NULL,
    update_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    updated_by INTEGER NOT NULL,
    CONSTRAINT process_dataset_type_pk PRIMARY KEY (process_id, dataset_type_id),
    CONSTRAINT process_dataset_type_process_id_fk FOREIGN KEY (process_id) REFERENCES process (process_id),
    CONSTRAINT process_dataset_type_dataset_type_id_fk FOREIGN KEY (dataset_type_id)
    REFERENCES dataset_type_lkup (dataset_type_id)
)
COMMENT = 'Categories of the data that a process handles.';

CREATE TABLE IF NOT EXISTS process_dependency (
    parent_process_id INTEGER NOT NULL,
    child_process_id INTEGER NOT NULL,
    dependency_type_id INTEGER DEFAULT 1 NOT NULL,
    created_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    created_by INTEGER NOT NULL,
    update_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    updated_by INTEGER NOT NULL,
    CONSTRAINT process_dependency_pk PRIMARY KEY (parent_process_id, child_process_id),
    CONSTRAINT process_dependency_parent_process_id_fk FOREIGN KEY (parent_process_id) REFERENCES process (process_id),
    CONSTRAINT process_dependency_child_process_id_fk FOREIGN KEY (child_process_id) REFERENCES process (process_id),
    CONSTRAINT process_dependency_dependency_type_id_fk FOREIGN KEY (dependency_type_id)
    REFERENCES dependency_type_lkup (dependency_type_id)
)
COMMENT = 'Which process has to be done before which.';

CREATE TABLE IF NOT EXISTS process_filter (
    process_filter_id INTEGER NOT NULL AUTOINCREMENT START 1 INCREMENT 1 ORDER,
    process_id INTEGER NOT NULL,
    source_object_attribute_id INTEGER NOT NULL,
    filter_type_id INTEGER NOT NULL,
    filter_value_string VARCHAR(250),
    filter_value_numeric NUMBER(38, 10),
    created_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    created_by INTEGER NOT NULL,
    update_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    updated_by INTEGER NOT NULL,
    CONSTRAINT process_filter_pk PRIMARY KEY (process_filter_id),
    CONSTRAINT process_filter_filter_type_id_uk UNIQUE (process_id, source_object_attribute_id, filter_type_id),
    CONSTRAINT process_filter_process_id_fk FOREIGN KEY (process_id) REFERENCES process (process_id),
    CONSTRAINT process_filter_source_object_attribute_id_fk FOREIGN KEY (source_object_attribute_id)
    REFERENCES source_object_attribute_lkup (source_object_attribute_id),
    CONSTRAINT process_filter_filter_type_id_fk FOREIGN KEY (filter_type_id)
    REFERENCES filter_type_lkup (filter_type_id)
)
COMMENT = 'Filters that a process puts on what it reads.';

CREATE TABLE IF NOT EXISTS process_source (
    process_id INTEGER NOT NULL,
    source_id INTEGER NOT NULL,
    created_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    created_by INTEGER NOT NULL,
    update_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    updated_by INTEGER NOT NULL,
    CONSTRAINT process_source_pk PRIMARY KEY (process_id, source_id),
    CONSTRAINT process_source_process_id_fk FOREIGN KEY (process_id) REFERENCES process (process_id),
    CONSTRAINT process_source_source_id_fk FOREIGN KEY (source_id) REFERENCES source_lkup (source_id)
)
COMMENT = 'Sources that a process reads.';

CREATE TABLE IF NOT EXISTS process_source_object (
    process_id INTEGER NOT NULL,
    source_object_id INTEGER NOT NULL,
    created_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    created_by INTEGER NOT NULL,
    update_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    updated_by INTEGER NOT NULL,
    CONSTRAINT process_source_object_pk PRIMARY KEY (process_id, source_object_id),
    CONSTRAINT process_source_object_process_id_fk FOREIGN KEY (process_id) REFERENCES process (process_id),
    CONSTRAINT process_source_object_source_object_id_fk FOREIGN KEY (source_object_id)
    REFERENCES source_object_lkup (source_object_id)
)
COMMENT = 'Source objects that a process reads.';

CREATE TABLE IF NOT EXISTS process_source_object_attribute (
    process_id INTEGER NOT NULL,
    source_object_attribute_id INTEGER NOT NULL,
    source_object_attribute_alias VARCHAR(250),
    source_object_attribute_expression VARCHAR(250),
    created_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    created_by INTEGER NOT NULL,
    update_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    updated_by INTEGER NOT NULL,
    CONSTRAINT process_source_object_attribute_pk PRIMARY KEY (process_id, source_object_attribute_id),
    CONSTRAINT process_source_object_attribute_process_id_fk FOREIGN KEY (process_id) REFERENCES process (process_id),
    CONSTRAINT process_source_object_attribute_source_object_attribute_id_fk FOREIGN KEY (source_object_attribute_id)
    REFERENCES source_object_attribute_lkup (source_object_attribute_id)
)
COMMENT = 'Attributes that a process reads.';

CREATE TABLE IF NOT EXISTS process_target (
    process_id INTEGER NOT NULL,
    target_source_id INTEGER NOT NULL,
    created_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    created_by INTEGER NOT NULL,
    update_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    updated_by INTEGER NOT NULL,
    CONSTRAINT process_target_pk PRIMARY KEY (process_id, target_source_id),
    CONSTRAINT process_target_process_id_fk FOREIGN KEY (process_id) REFERENCES process (process_id),
    CONSTRAINT process_target_target_source_id_fk FOREIGN KEY (target_source_id) REFERENCES source_lkup (source_id)
)
COMMENT = 'Targets that a process writes.';

CREATE TABLE IF NOT EXISTS process_target_object (
    process_id INTEGER NOT NULL,
    target_object_id INTEGER NOT NULL,
    created_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    created_by INTEGER NOT NULL,
    update_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    updated_by INTEGER NOT NULL,
    CONSTRAINT process_target_object_pk PRIMARY KEY (process_id, target_object_id),
    CONSTRAINT process_target_object_process_id_fk FOREIGN KEY (process_id) REFERENCES process (process_id),
    CONSTRAINT process_target_object_target_object_id_fk FOREIGN KEY (target_object_id)
    REFERENCES source_object_lkup (source_object_id)
)
COMMENT = 'Target objects that a process writes.';

CREATE TABLE IF NOT EXISTS process_target_object_attribute (
    process_id INTEGER NOT NULL,
    target_object_attribute_id INTEGER NOT NULL,
    target_object_attribute_alias VARCHAR(250),
    target_object_attribute_expression VARCHAR(250),
    created_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    created_by INTEGER NOT NULL,
    update_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    updated_by INTEGER NOT NULL,
    CONSTRAINT process_target_object_attribute_pk PRIMARY KEY (process_id, target_object_attribute_id),
    CONSTRAINT process_target_object_attribute_process_id_fk FOREIGN KEY (process_id) REFERENCES process (process_id),
    CONSTRAINT process_target_object_attribute_target_object_attribute_id_fk FOREIGN KEY (target_object_attribute_id)
    REFERENCES source_object_attribute_lkup (source_object_attribute_id)
)
COMMENT = 'Target attributes that a process writes.';
