import { parseArgs } from 'node:util'
import { type About, BackupFailure, noteBegin, noteEnd, writeBackup } from '#database/backup/index.ts'
import { findAssociation } from '#domains/members/reference-queries.ts'
import { hasDemonstration } from '#domains/members/seeds.ts'
import { listPlacesInUse } from '#platform/files/store/index.ts'
import { chooseFile, keepNewest } from './backup-file.ts'
import { type OperatingCommand, type OperatingContext, wrongUse } from './command.ts'
import { sizeInWords } from './sizes.ts'
import { programVersion, secretMark } from './version.ts'

/** Writes everything in the database to one file, beside the running program or alone. */
export const backupCommand: OperatingCommand = {
  name: 'backup',
  summary:
    'Writes everything in the database to one file. In a folder it gets a name of its own, and the newest N are kept.',
  usage: ['backup FILE', 'backup --keep N FOLDER'],
  operate: backup,
}

async function backup(context: OperatingContext): Promise<number> {
  const { db, connection, args, now, print, remark, signal } = context
  const asked = readArgs(args)
  if (!asked) {
    remark('Say where the backup goes: ekokommun backup FILE, or ekokommun backup --keep 14 FOLDER')
    return wrongUse
  }
  const association = await findAssociation(db).catch(() => undefined)
  if (!association) throw new BackupFailure('There is nothing to back up: the database holds no association.')
  const started = now()
  const { file, folder } = await chooseFile(asked.path, association.code, started)
  if (asked.keep && !folder) throw new BackupFailure(`--keep needs a folder, and ${asked.path} is none.`)
  const about: About = {
    program: programVersion,
    association,
    madeUp: await hasDemonstration(db),
    secretMark: secretMark(context.secrets),
    notIncluded: await notIncluded(context),
  }
  let run: number | undefined
  try {
    const written = await writeBackup(connection, file, about, signal, async () => {
      run = await noteBegin(db, file)
    })
    if (run) await noteEnd(db, run, written)
    const seconds = ((now().getTime() - started.getTime()) / 1000).toFixed(1)
    print(
      `${file}: ${written.rows} rows of ${written.tables} tables, ${sizeInWords(written.bytes)}, in ${seconds} s`,
    )
    for (const line of about.notIncluded) remark(`Not in the backup: ${line}`)
  } catch (error) {
    const failure = explain(error, file)
    if (run) await noteEnd(db, run, { fault: failure.message }).catch(() => {})
    throw failure
  }
  if (folder && asked.keep) {
    for (const name of await keepNewest(folder, association.code, asked.keep)) print(`removed ${name}`)
  }
  return 0
}

function readArgs(args: string[]): { path: string; keep: number | undefined } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { keep: { type: 'string' } },
      allowPositionals: true,
    })
    const [path, ...more] = positionals
    const keep = values.keep === undefined ? undefined : Number(values.keep)
    const isFit = keep === undefined || (Number.isInteger(keep) && keep > 0)
    return path && more.length === 0 && isFit ? { path, keep } : undefined
  } catch {
    return undefined
  }
}

/** What an installation consists of beside its database. */
async function notIncluded({ config, db }: OperatingContext): Promise<string[]> {
  const secret = config.secret
    ? 'SECRET, which opens what is sealed in it; keep it in another place'
    : config.databaseUrl
      ? 'the secret, which follows from DATABASE_URL'
      : `the secret in ${config.dataDir}/secret, which opens what is sealed in it; keep it in another place`
  const { written } = config.fileStore
  const places = new Set([...(written ? [written.name] : []), ...(await listPlacesInUse(db))])
  const files = [...places].map((place) => `the files in ${place}, which are copied after it (docs/files.md)`)
  return [secret, ...files, 'e-invoices that wait in PEPPOL_OUTBOX for the access point']
}

function explain(error: unknown, file: string): Error {
  if (!(error instanceof Error)) return new BackupFailure(`The backup could not be made: ${error}`)
  if (error.name === 'AbortError') return new BackupFailure('The backup was broken off; no file was left.')
  const code = 'code' in error ? error.code : undefined
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new BackupFailure(`The disk is full: ${file} was not made. Make room, or choose another folder.`)
  }
  if (typeof code === 'string' && 'syscall' in error) {
    return new BackupFailure(`${file} could not be written: ${error.message}`)
  }
  return error
}
