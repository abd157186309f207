import type { Kysely } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Config } from '#platform/config.ts'
import type { Reading } from '#platform/observe/metrics.ts'
import { readReport } from './report.ts'

/** What Prometheus is told of what lies in the database: the same whichever process is asked. */
export async function readReadings(db: Kysely<Database>, config: Config, now: Date): Promise<Reading[]> {
  const { jobs, mail, imports, backups, disk, database } = await readReport(db, config, now)
  const age = (at: Date) => (now.getTime() - at.getTime()) / 1000
  const one = (value: number) => [{ value }]
  const byJob = (value: (job: (typeof jobs)[number]) => number) =>
    jobs.map((job) => ({ labels: { job: job.name }, value: value(job) }))
  const bySource = (value: (run: (typeof imports)[number]) => number) =>
    imports.map((run) => ({ labels: { source: run.adapter }, value: value(run) }))
  return [
    { name: 'ekokommun_jobs_waiting', help: 'Jobs in line', values: byJob(({ waiting }) => waiting) },
    {
      name: 'ekokommun_jobs_failed',
      help: 'Jobs given up since they last went well',
      values: byJob(({ failed }) => failed),
    },
    {
      name: 'ekokommun_jobs_oldest_seconds',
      help: 'How long the oldest job in line has waited beyond its hour',
      values: byJob(({ oldestSeconds }) => oldestSeconds),
    },
    { name: 'ekokommun_mail_waiting', help: 'Mails in the outbox', values: one(mail.waiting) },
    { name: 'ekokommun_mail_failed', help: 'Mails that did not arrive', values: one(mail.failed) },
    {
      name: 'ekokommun_mail_oldest_seconds',
      help: 'Age of the oldest mail in the outbox',
      values: one(mail.oldestAt ? age(mail.oldestAt) : 0),
    },
    {
      name: 'ekokommun_import_failed',
      help: '1 when the last import of a source failed',
      values: bySource(({ state }) => (state === 'failed' ? 1 : 0)),
    },
    {
      name: 'ekokommun_import_age_seconds',
      help: 'Seconds since the last import of a source ended',
      values: bySource(({ endedAt }) => age(endedAt)),
    },
    {
      name: 'ekokommun_backup_age_seconds',
      help: 'Seconds since the last backup',
      values: backups.lastDone ? one(age(backups.lastDone.at)) : [],
    },
    { name: 'ekokommun_database_bytes', help: 'Size of the database', values: one(database.bytes) },
    {
      name: 'ekokommun_database_connections',
      help: 'Connections to the database',
      values: one(database.connections),
    },
    {
      name: 'ekokommun_disk_free_bytes',
      help: 'Free on the disk of the data folder',
      values: disk ? one(disk.freeBytes) : [],
    },
    {
      name: 'ekokommun_replica_lag_seconds',
      help: 'How far a replica is behind',
      values: database.replicas.map(({ name, lagSeconds }) => ({
        labels: { replica: name },
        value: lagSeconds ?? 0,
      })),
    },
  ]
}
