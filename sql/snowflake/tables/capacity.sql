-- Capacity: clusters and what runs on them.

CREATE TABLE IF NOT EXISTS cluster_tracking_lkup (
    cluster_id INTEGER NOT NULL AUTOINCREMENT START 1 INCREMENT 1 ORDER,
    cluster_name VARCHAR(250) NOT NULL,
    cluster_max_memory INTEGER,
    cluster_max_memory_unit VARCHAR(2),
    cluster_max_processing INTEGER,
    cluster_max_processing_unit VARCHAR(3),
    cluster_current_memory_usage INTEGER,
    cluster_current_process_usage INTEGER,
    created_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    created_by INTEGER NOT NULL,
    update_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    updated_by INTEGER NOT NULL,
    CONSTRAINT cluster_tracking_lkup_pk PRIMARY KEY (cluster_id),
    CONSTRAINT cluster_tracking_lkup_cluster_name_uk UNIQUE (cluster_name)
)
COMMENT = 'Groups of computing resources that processes are assigned to.';

CREATE TABLE IF NOT EXISTS cluster_process (
    cluster_id INTEGER NOT NULL,
    process_id INTEGER NOT NULL,
    created_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    created_by INTEGER NOT NULL,
    update_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    updated_by INTEGER NOT NULL,
    CONSTRAINT cluster_process_pk PRIMARY KEY (cluster_id, process_id),
    CONSTRAINT cluster_process_cluster_id_fk FOREIGN KEY (cluster_id) REFERENCES cluster_tracking_lkup (cluster_id),
    CONSTRAINT cluster_process_process_id_fk FOREIGN KEY (process_id) REFERENCES process (process_id)
)
COMMENT = 'Which processes run on which cluster.';
