-- Capacity: clusters and what runs on them.

CREATE TABLE IF NOT EXISTS cluster_tracking_lkup (
    cluster_id INT NOT NULL AUTO_INCREMENT,
    cluster_name VARCHAR(250) NOT NULL,
    cluster_max_memory INT,
    cluster_max_memory_unit VARCHAR(2),
    cluster_max_processing INT,
    cluster_max_processing_unit VARCHAR(3),
    cluster_current_memory_usage INT,
    cluster_current_process_usage INT,
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
    CONSTRAINT cluster_tracking_lkup_pk PRIMARY KEY (cluster_id),
    CONSTRAINT cluster_tracking_lkup_cluster_name_uk UNIQUE (cluster_name),
    CONSTRAINT cluster_tracking_lkup_max_memory_ck CHECK (cluster_max_memory >= 0),
    CONSTRAINT cluster_tracking_lkup_max_processing_ck CHECK (cluster_max_processing >= 0)
)
ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Groups of computing resources that processes are assigned to.';

CREATE TABLE IF NOT EXISTS cluster_process (
    cluster_id INT NOT NULL,
    process_id INT NOT NULL,
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
    CONSTRAINT cluster_process_pk PRIMARY KEY (cluster_id, process_id),
    CONSTRAINT cluster_process_cluster_id_fk FOREIGN KEY (cluster_id) REFERENCES cluster_tracking_lkup (cluster_id),
    CONSTRAINT cluster_process_process_id_fk FOREIGN KEY (process_id) REFERENCES process (process_id),
    INDEX cluster_process_process_id_ix (process_id)
)
ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Which processes run on which cluster.';
