export interface Tuning {
  /** False only for throwaway clusters: after a crash of the machine such a cluster is lost. */
  readonly durable: boolean;
  readonly shared_buffers_mb: number;
}

/**
 * Server settings for one host that also runs the application: small in memory, few helper processes, and silent
 * about values. `terse` and `log_min_messages = log` keep statements and row values out of the server's log, which
 * is no place for personal data.
 */
export function serverSettings(tuning: Tuning): Readonly<Record<string, string>> {
  const durability = tuning.durable ? 'on' : 'off';
  return {
    listen_addresses: '127.0.0.1',
    max_connections: '80',
    superuser_reserved_connections: '3',
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',

    fsync: durability,
    synchronous_commit: durability,
    full_page_writes: durability,
    wal_level: 'minimal',
    max_wal_senders: '0',
    max_wal_size: '512MB',
    min_wal_size: '64MB',
    checkpoint_timeout: '10min',

    shared_buffers: `${tuning.shared_buffers_mb}MB`,
    work_mem: '4MB',
    maintenance_work_mem: '48MB',
    effective_cache_size: '512MB',
    huge_pages: 'off',
    random_page_cost: '1.1',
    jit: 'off',
    io_method: 'sync',
    max_worker_processes: '2',
    max_parallel_workers: '2',
    max_parallel_workers_per_gather: '0',
    max_logical_replication_workers: '0',
    autovacuum_worker_slots: '2',
    autovacuum_max_workers: '2',

    // A client that was killed must not hold its locks until its query ends.
    client_connection_check_interval: '2s',

    logging_collector: 'off',
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    log_checkpoints: 'off',
  };
}
