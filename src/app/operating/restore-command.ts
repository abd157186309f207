import { parseArgs } from 'node:util'
import {
  BackupFailure,
  countOtherPrograms,
  holdsData,
  lookInside,
  type Manifest,
  readManifest,
  refuseNewerSchema,
  restoreBackup,
  verifyBackup,
} from '#database/backup/index.ts'
import { migrate } from '#database/migrate.ts'
import { association } from '#platform/association.ts'
import { report } from './check-command.ts'
import { type OperatingCommand, type OperatingContext, wrongUse } from './command.ts'
import { secretMark } from './version.ts'

/** Puts a backup in the place of what the database holds. */
export const restoreCommand: OperatingCommand = {
  name: 'restore',
  summary:
    'Puts a backup into the database, all or nothing, and checks it. The program must be stopped meanwhile. --replace puts it in the place of data that is there.',
  usage: ['restore FILE', 'restore --replace [--confirm=CODE] [--other-secret] FILE'],
  operate: restore,
}

interface Asked {
  file: string
  replace: boolean
  confirm: string | undefined
  otherSecret: boolean
}

async function restore(context: OperatingContext): Promise<number> {
  const { connection, asOwner, args, print, remark, signal } = context
  const asked = readArgs(args)
  if (!asked) {
    remark('Say which backup: ekokommun restore FILE')
    return wrongUse
  }
  const manifest = await readManifest(asked.file)
  refuseUnfit(manifest, asked, context)
  await refuseOccupied(asked, context)
  print(
    `Reading ${asked.file}: ${manifest.association.name}, ${manifest.takenAt}, Ekokommun ${manifest.program} …`,
  )
  const backup = await verifyBackup(asked.file, signal)
  print('It is whole. Restoring …')
  await restoreBackup(connection, backup, signal).catch((error: unknown) => {
    if (error instanceof BackupFailure) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new BackupFailure(`The backup was not restored, and the database is as it was: ${reason}`)
  })
  const later = await asOwner((owner) => migrate(owner))
  if (later.length > 0) print(`Brought up to date: ${later.join(', ')}`)
  const rows = backup.contents.tables.reduce((sum, table) => sum + table.rows, 0)
  print(`Restored: ${rows} rows of ${backup.contents.tables.length} tables. Checking …`)
  for (const line of manifest.notIncluded) remark(`Not in the backup: ${line}`)
  return report(context)
}

/** Throws {@link BackupFailure} when the backup does not belong here. */
function refuseUnfit(
  manifest: Manifest,
  { otherSecret }: Asked,
  { config, secrets }: OperatingContext,
): void {
  refuseNewerSchema(manifest)
  const { code, name } = manifest.association
  if (code !== association.code) {
    throw new BackupFailure(
      `The backup is of ${name} (${code}), and this installation is of ${association.name.sv} (${association.code}). Set ASSOCIATION to the folder of ${name}, with a database of its own.`,
    )
  }
  if (manifest.madeUp && config.mode === 'production') {
    throw new BackupFailure(
      'The backup holds the demonstration, which production never shows. Restore it with MODE=demo.',
    )
  }
  if (manifest.secretMark !== secretMark(secrets) && !otherSecret) {
    throw new BackupFailure(
      'The backup was made with another SECRET than the one that is set, so what is sealed in it could not be opened. ' +
        'Set SECRET as it was then (or lay the file `secret` of that data folder in this one). ' +
        'If it is lost, add --other-secret: second factors, signed links and stored keys must then be set anew.',
    )
  }
}

/** Throws {@link BackupFailure} when something is in the way in the database, unless it is to be replaced. */
async function refuseOccupied(asked: Asked, context: OperatingContext): Promise<void> {
  const { db, web, config, alone, ask } = context
  if (!alone && !config.databaseUrl) {
    throw new BackupFailure('Ekokommun runs on this data folder. Stop it first, then restore.')
  }
  const others = config.databaseUrl ? await countOtherPrograms(db, web) : 0
  if (others > 0) {
    throw new BackupFailure(
      `Ekokommun is connected to this database (${others} connections). Stop every process of it first, then restore.`,
    )
  }
  if ((await lookInside(db)) === 'others') {
    throw new BackupFailure(
      'The database holds tables of another program. Set DATABASE_URL to a database that is empty, or Ekokommun’s.',
    )
  }
  if (!(await holdsData(db))) return
  if (!asked.replace) {
    throw new BackupFailure(
      'The database holds data already. Restore into an empty one, or say --replace to put the backup in its place.',
    )
  }
  const typed =
    asked.confirm ??
    (await ask(`Everything in the database is replaced. Type ${association.code} to go on: `))
  if (typed?.trim() !== association.code) {
    throw new BackupFailure(
      `Nothing was done: --replace is confirmed by typing ${association.code}, or with --confirm=${association.code}.`,
    )
  }
}

function readArgs(args: string[]): Asked | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: {
        replace: { type: 'boolean', default: false },
        confirm: { type: 'string' },
        'other-secret': { type: 'boolean', default: false },
      },
      allowPositionals: true,
    })
    const [file, ...more] = positionals
    if (!file || more.length > 0) return undefined
    return { file, replace: values.replace, confirm: values.confirm, otherSecret: values['other-secret'] }
  } catch {
    return undefined
  }
}
