/** How a part of the program is doing: well, worth a look, or something must be done. */
export type Condition = 'well' | 'look' | 'act'

const hour = 3600_000
const day = 24 * hour

export interface JobSeen {
  waiting: number
  oldestSeconds: number
  failed: number
}

/** Jobs are worth a look when one has failed or waits long beyond its hour. */
export function conditionOfJobs(jobs: JobSeen[]): Condition {
  if (jobs.some(({ oldestSeconds }) => oldestSeconds > 1800)) return 'act'
  return jobs.some(({ failed, oldestSeconds }) => failed > 0 || oldestSeconds > 600) ? 'look' : 'well'
}

/** Mail must be seen to when some did not arrive, or when the oldest has waited for an hour. */
export function conditionOfMail(
  mail: { failed: number; delayed: number; oldestAt: Date | null },
  now: Date,
): Condition {
  if (mail.failed > 0) return 'act'
  if (mail.oldestAt && now.getTime() - mail.oldestAt.getTime() > hour) return 'act'
  return mail.delayed > 0 ? 'look' : 'well'
}

/** A backup older than two days must be seen to. Where there is none, somebody else may take them: worth a look. */
export function conditionOfBackups(
  { lastDone, lastFailedAt }: { lastDone: { at: Date } | null; lastFailedAt: Date | null },
  now: Date,
): Condition {
  if (!lastDone) return 'look'
  if (now.getTime() - lastDone.at.getTime() > 2 * day) return 'act'
  return lastFailedAt && lastFailedAt > lastDone.at ? 'look' : 'well'
}

export interface DiskSeen {
  freeBytes: number
  totalBytes: number
}

/** A disk is worth a look with less than a fifth left, and must be seen to with less than a tenth or a month to go. */
export function conditionOfDisk(disk: DiskSeen | null, daysLeft: number | null): Condition {
  if (!disk) return 'well'
  const share = disk.totalBytes > 0 ? disk.freeBytes / disk.totalBytes : 1
  if (share < 0.1 || (daysLeft !== null && daysLeft < 30)) return 'act'
  return share < 0.2 || (daysLeft !== null && daysLeft < 90) ? 'look' : 'well'
}

/** A database is worth a look when few connections are left, or a replica has fallen behind. */
export function conditionOfDatabase(database: {
  connections: number
  mostConnections: number
  replicas: { lagSeconds: number | null }[]
}): Condition {
  const full = database.connections / database.mostConnections
  const lag = Math.max(0, ...database.replicas.map(({ lagSeconds }) => lagSeconds ?? 0))
  if (full > 0.95 || lag > 600) return 'act'
  return full > 0.8 || lag > 60 ? 'look' : 'well'
}

/** Somebody must run jobs and send mail; a process that fell silent is worth a look. */
export function conditionOfProcesses(processes: { alive: boolean; works: boolean }[]): Condition {
  if (!processes.some(({ alive, works }) => alive && works)) return 'act'
  return processes.every(({ alive }) => alive) ? 'well' : 'look'
}

export interface Measure {
  day: string
  databaseBytes: number
}

/** Bytes that the database grows by a day, over the days that were measured; null until there are two. */
export function growthPerDay(measures: Measure[]): number | null {
  const [first, last] = [measures[0], measures.at(-1)]
  if (!first || !last || first.day === last.day) return null
  const days = (Date.parse(last.day) - Date.parse(first.day)) / day
  return (last.databaseBytes - first.databaseBytes) / days
}

/** Days until a disk is full when the database goes on growing as it does; null when it does not grow. */
export function daysUntilFull(freeBytes: number, growth: number | null): number | null {
  return growth !== null && growth > 0 ? Math.floor(freeBytes / growth) : null
}

/** The worst of several. */
export function worstOf(conditions: Condition[]): Condition {
  if (conditions.includes('act')) return 'act'
  return conditions.includes('look') ? 'look' : 'well'
}
