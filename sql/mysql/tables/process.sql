-- Process: processes, their runs, dependencies, sources and targets.

CREATE TABLE IF NOT EXISTS process_type_lkup (
    process_type_id INT NOT NULL AUTO_INCREMENT,
    process_type_name VARCHAR(250) NOT NULL,
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
    CONSTRAINT process_type_lkup_pk PRIMARY KEY (process_type_id),
    CONSTRAINT process_type_lkup_process_type_name_uk UNIQUE (process_type_name)
)
ENGINE = InnoDB AUTO_INCREMENT = 101 DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Kinds of processes.';

CREATE TABLE IF NOT EXISTS process_status_lkup (
    process_status_id INT NOT NULL AUTO_INCREMENT,
    process_status_name VARCHAR(75) NOT NULL,
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
    CONSTRAINT process_status_lkup_pk PRIMARY KEY (process_status_id),
    CONSTRAINT process_status_lkup_process_status_name_uk UNIQUE (process_status_name)
)
ENGINE = InnoDB AUTO_INCREMENT = 101 DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'States of a process run. Only the preloaded ones drive the rules.';

CREATE TABLE IF NOT EXISTS dependency_type_lkup (
    dependency_type_id INT NOT NULL AUTO_INCREMENT,
    dependency_type_name VARCHAR(75) NOT NULL,
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
    CONSTRAINT dependency_type_lkup_pk PRIMARY KEY (dependency_type_id),
    CONSTRAINT dependency_type_lkup_dependency_type_name_uk UNIQUE (dependency_type_name)
)
ENGINE = InnoDB AUTO_INCREMENT = 101 DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'How strongly a child depends on its parent. Soft never blocks.';

CREATE TABLE IF NOT EXISTS process (
    process_id INT NOT NULL AUTO_INCREMENT,
    process_name VARCHAR(250) NOT NULL,
    total_record_count BIGINT NOT NULL DEFAULT 0,
    process_type_id INT NOT NULL,
    process_tool_id INT NOT NULL,
    last_failed_run_date_time DATETIME(6),
    last_completed_run_date_time DATETIME(6),
    last_errored_run_date_time DATETIME(6),
    schedule_frequency_id INT NOT NULL DEFAULT 0,
    max_concurrent_failures INT,
    stale_after_seconds INT,
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
    CONSTRAINT process_pk PRIMARY KEY (process_id),
    CONSTRAINT process_name_uk UNIQUE (process_name),
    CONSTRAINT process_process_type_id_fk FOREIGN KEY (process_type_id)
    REFERENCES process_type_lkup (process_type_id),
    CONSTRAINT process_process_tool_id_fk FOREIGN KEY (process_tool_id) REFERENCES tool_lkup (tool_id),
    CONSTRAINT process_schedule_frequency_id_fk FOREIGN KEY (schedule_frequency_id)
    REFERENCES schedule_frequency_lkup (schedule_frequency_id),
    CONSTRAINT process_total_record_count_ck CHECK (total_record_count >= 0),
    CONSTRAINT process_max_concurrent_failures_ck CHECK (max_concurrent_failures >= 1),
    CONSTRAINT process_stale_after_seconds_ck CHECK (stale_after_seconds >= 1),
    INDEX process_process_type_id_ix (process_type_id),
    INDEX process_process_tool_id_ix (process_tool_id),
    INDEX process_schedule_frequency_id_ix (schedule_frequency_id)
)
ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Processes: what runs again and again under one name.';

-- Each start writes every index of this table twice, so there are few. latest_process_id is the process of a latest
-- run, and NULL for all others: its unique index is what allows a process one latest run.
CREATE TABLE IF NOT EXISTS process_tracking (
    process_tracking_id BIGINT NOT NULL AUTO_INCREMENT,
    process_id INT NOT NULL,
    process_status_id INT NOT NULL,
    process_run_id BIGINT NOT NULL,
    process_run_low_date_time DATETIME(6),
    process_run_high_date_time DATETIME(6),
    process_run_start_date_time DATETIME(6) NOT NULL,
    process_run_end_date_time DATETIME(6),
    process_run_heartbeat_date_time DATETIME(6),
    process_run_record_count BIGINT NOT NULL DEFAULT 0,
    process_run_insert_count BIGINT NOT NULL DEFAULT 0,
    process_run_update_count BIGINT NOT NULL DEFAULT 0,
    process_run_delete_count BIGINT NOT NULL DEFAULT 0,
    process_run_reject_count BIGINT NOT NULL DEFAULT 0,
    process_run_actor_id INT NOT NULL,
    is_latest_run BOOLEAN NOT NULL DEFAULT FALSE,
    process_run_name VARCHAR(250),
    parent_process_tracking_id BIGINT,
    latest_process_id INT GENERATED ALWAYS AS (CASE WHEN is_latest_run THEN process_id END) VIRTUAL,
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
    CONSTRAINT process_tracking_pk PRIMARY KEY (process_tracking_id),
    CONSTRAINT process_tracking_process_run_id_uk UNIQUE (process_id, process_run_id),
    CONSTRAINT process_tracking_process_id_fk FOREIGN KEY (process_id) REFERENCES process (process_id),
    CONSTRAINT process_tracking_process_status_id_fk FOREIGN KEY (process_status_id)
    REFERENCES process_status_lkup (process_status_id),
    CONSTRAINT process_tracking_process_run_actor_id_fk FOREIGN KEY (process_run_actor_id)
    REFERENCES actor_lkup (actor_id),
    CONSTRAINT process_tracking_parent_process_tracking_id_fk FOREIGN KEY (parent_process_tracking_id)
    REFERENCES process_tracking (process_tracking_id),
    CONSTRAINT process_tracking_run_id_ck CHECK (process_run_id >= 1),
    CONSTRAINT process_tracking_counts_ck CHECK (
        process_run_record_count >= 0 AND process_run_insert_count >= 0 AND process_run_update_count >= 0
        AND process_run_delete_count >= 0 AND process_run_reject_count >= 0
    ),
    CONSTRAINT process_tracking_dates_ck CHECK (process_run_low_date_time <= process_run_high_date_time),
    UNIQUE INDEX process_tracking_latest_ux (latest_process_id),
    UNIQUE INDEX process_tracking_process_run_name_ux (process_run_name),
    INDEX process_tracking_process_run_high_date_time_ix (process_id, process_run_high_date_time),
    INDEX process_tracking_process_run_actor_id_ix (process_run_actor_id),
    INDEX process_tracking_parent_process_tracking_id_ix (parent_process_tracking_id),
    INDEX process_tracking_process_status_id_ix (process_status_id)
)
ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Runs: one row for each time that a process ran.';

CREATE TABLE IF NOT EXISTS process_contact (
    process_id INT NOT NULL,
    contact_id INT NOT NULL,
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
    CONSTRAINT process_contact_pk PRIMARY KEY (process_id, contact_id),
    CONSTRAINT process_contact_process_id_fk FOREIGN KEY (process_id) REFERENCES process (process_id),
    CONSTRAINT process_contact_contact_id_fk FOREIGN KEY (contact_id) REFERENCES contact_lkup (contact_id),
    INDEX process_contact_contact_id_ix (contact_id)
)
ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Whom to tell about a process.';

CREATE TABLE IF NOT EXISTS process_dataset_type (
    process_id INT NOT NULL,
    dataset_type_id INT NOT NULL,
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
    CONSTRAINT process_dataset_type_pk PRIMARY KEY (process_id, dataset_type_id),
    CONSTRAINT process_dataset_type_process_id_fk FOREIGN KEY (process_id) REFERENCES process (process_id),
    CONSTRAINT process_dataset_type_dataset_type_id_fk FOREIGN KEY (dataset_type_id)
    REFERENCES dataset_type_lkup (dataset_type_id),
    INDEX process_dataset_type_dataset_type_id_ix (dataset_type_id)
)
ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Categories of the data that a process handles.';

CREATE TABLE IF NOT EXISTS process_dependency (
    parent_process_id INT NOT NULL,
    child_process_id INT NOT NULL,
    dependency_type_id INT NOT NULL DEFAULT 1,
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
    CONSTRAINT process_dependency_pk PRIMARY KEY (parent_process_id, child_process_id),
    CONSTRAINT process_dependency_parent_process_id_fk FOREIGN KEY (parent_process_id)
    REFERENCES process (process_id),
    CONSTRAINT process_dependency_child_process_id_fk FOREIGN KEY (child_process_id)
    REFERENCES process (process_id),
    CONSTRAINT process_dependency_dependency_type_id_fk FOREIGN KEY (dependency_type_id)
    REFERENCES dependency_type_lkup (dependency_type_id),
    CONSTRAINT process_dependency_self_ck CHECK (parent_process_id <> child_process_id),
    INDEX process_dependency_child_process_id_ix (child_process_id),
    INDEX process_dependency_dependency_type_id_ix (dependency_type_id)
)
ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Which process has to be done before which.';

CREATE TABLE IF NOT EXISTS process_filter (
    process_filter_id INT NOT NULL AUTO_INCREMENT,
    process_id INT NOT NULL,
    source_object_attribute_id INT NOT NULL,
    filter_type_id INT NOT NULL,
    filter_value_string VARCHAR(250),
    filter_value_numeric DECIMAL(60, 20),
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
    CONSTRAINT process_filter_pk PRIMARY KEY (process_filter_id),
    CONSTRAINT process_filter_filter_type_id_uk UNIQUE (process_id, source_object_attribute_id, filter_type_id),
    CONSTRAINT process_filter_process_id_fk FOREIGN KEY (process_id) REFERENCES process (process_id),
    CONSTRAINT process_filter_source_object_attribute_id_fk FOREIGN KEY (source_object_attribute_id)
    REFERENCES source_object_attribute_lkup (source_object_attribute_id),
    CONSTRAINT process_filter_filter_type_id_fk FOREIGN KEY (filter_type_id)
    REFERENCES filter_type_lkup (filter_type_id),
    INDEX process_filter_source_object_attribute_id_ix (source_object_attribute_id),
    INDEX process_filter_filter_type_id_ix (filter_type_id)
)
ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Filters that a process puts on what it reads.';

CREATE TABLE IF NOT EXISTS process_source (
    process_id INT NOT NULL,
    source_id INT NOT NULL,
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
    CONSTRAINT process_source_pk PRIMARY KEY (process_id, source_id),
    CONSTRAINT process_source_process_id_fk FOREIGN KEY (process_id) REFERENCES process (process_id),
    CONSTRAINT process_source_source_id_fk FOREIGN KEY (source_id) REFERENCES source_lkup (source_id),
    INDEX process_source_source_id_ix (source_id)
)
ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Sources that a process reads.';

CREATE TABLE IF NOT EXISTS process_source_object (
    process_id INT NOT NULL,
    source_object_id INT NOT NULL,
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
    CONSTRAINT process_source_object_pk PRIMARY KEY (process_id, source_object_id),
    CONSTRAINT process_source_object_process_id_fk FOREIGN KEY (process_id) REFERENCES process (process_id),
    CONSTRAINT process_source_object_source_object_id_fk FOREIGN KEY (source_object_id)
    REFERENCES source_object_lkup (source_object_id),
    INDEX process_source_object_source_object_id_ix (source_object_id)
)
ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Source objects that a process reads.';

CREATE TABLE IF NOT EXISTS process_source_object_attribute (
    process_id INT NOT NULL,
    source_object_attribute_id INT NOT NULL,
    source_object_attribute_alias VARCHAR(250),
    source_object_attribute_expression VARCHAR(250),
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
    CONSTRAINT process_source_object_attribute_pk PRIMARY KEY (process_id, source_object_attribute_id),
    CONSTRAINT process_source_object_attribute_process_id_fk FOREIGN KEY (process_id)
    REFERENCES process (process_id),
    CONSTRAINT process_source_object_attribute_source_object_attribute_id_fk FOREIGN KEY (source_object_attribute_id)
    REFERENCES source_object_attribute_lkup (source_object_attribute_id),
    INDEX process_source_object_attribute_source_object_attribute_id_ix (source_object_attribute_id)
)
ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Attributes that a process reads.';

CREATE TABLE IF NOT EXISTS process_target (
    process_id INT NOT NULL,
    target_source_id INT NOT NULL,
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
    CONSTRAINT process_target_pk PRIMARY KEY (process_id, target_source_id),
    CONSTRAINT process_target_process_id_fk FOREIGN KEY (process_id) REFERENCES process (process_id),
    CONSTRAINT process_target_target_source_id_fk FOREIGN KEY (target_source_id)
    REFERENCES source_lkup (source_id),
    INDEX process_target_target_source_id_ix (target_source_id)
)
ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Targets that a process writes.';

CREATE TABLE IF NOT EXISTS process_target_object (
    process_id INT NOT NULL,
    target_object_id INT NOT NULL,
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
    CONSTRAINT process_target_object_pk PRIMARY KEY (process_id, target_object_id),
    CONSTRAINT process_target_object_process_id_fk FOREIGN KEY (process_id) REFERENCES process (process_id),
    CONSTRAINT process_target_object_target_object_id_fk FOREIGN KEY (target_object_id)
    REFERENCES source_object_lkup (source_object_id),
    INDEX process_target_object_target_object_id_ix (target_object_id)
)
ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Target objects that a process writes.';

CREATE TABLE IF NOT EXISTS process_target_object_attribute (
    process_id INT NOT NULL,
    target_object_attribute_id INT NOT NULL,
    target_object_attribute_alias VARCHAR(250),
    target_object_attribute_expression VARCHAR(250),
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
    CONSTRAINT process_target_object_attribute_pk PRIMARY KEY (process_id, target_object_attribute_id),
    CONSTRAINT process_target_object_attribute_process_id_fk FOREIGN KEY (process_id)
    REFERENCES process (process_id),
    CONSTRAINT process_target_object_attribute_target_object_attribute_id_fk FOREIGN KEY (target_object_attribute_id)
    REFERENCES source_object_attribute_lkup (source_object_attribute_id),
    INDEX process_target_object_attribute_target_object_attribute_id_ix (target_object_attribute_id)
)
ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Target attributes that a process writes.';
