import { basename, join, resolve } from 'node:path'
import { z } from 'zod'
import { type FileStoreSetting, fileStoreWord } from './files/store/setting.ts'
import {
  faultsOfObserving,
  type ObserveConfig,
  observeSettings,
  readObserveSettings,
} from './observe/settings.ts'
import { contradictions, missingInProduction } from './setting-contradictions.ts'
import { faultOf, lookAlikes } from './setting-faults.ts'
import {
  emptyIsUnset,
  isBare,
  optionalText,
  port,
  postgresUrl,
  postgresUrls,
  seconds,
  trustedProxies,
  webAddress,
} from './setting-kinds.ts'
import type { Trusts } from './trusted-proxies.ts'

const environment = z.object({
  PORT: z.preprocess(emptyIsUnset, port(0, 3000).default(3000)),
  HOST: z.preprocess(emptyIsUnset, z.string().default('127.0.0.1')),
  TRUSTED_PROXIES: trustedProxies,
  BASE_URL: z.preprocess(
    emptyIsUnset,
    z
      .url({ protocol: /^https?$/ })
      .refine(isBare)
      .optional(),
  ),
  DATA_DIR: optionalText,
  ASSOCIATION: optionalText,
  DATABASE_URL: postgresUrl,
  DATABASE_OWNER_URL: postgresUrl,
  DATABASE_READ_URL: postgresUrls,
  DATABASE_READ_LAG: z.preprocess(emptyIsUnset, seconds.max(300, 'cannot be above 300').default(10)),
  WORK: z.preprocess(emptyIsUnset, z.enum(['yes', 'no', 'only'], 'must be yes, no or only').default('yes')),
  DRAIN_SECONDS: z.preprocess(emptyIsUnset, seconds.max(120, 'cannot be above 120').default(0)),
  SMTP_URL: z.preprocess(
    emptyIsUnset,
    z.url({ protocol: /^smtps?$/, error: 'must start with smtp:// or smtps://' }).optional(),
  ),
  MAIL_FROM: z.preprocess(
    emptyIsUnset,
    z
      .string()
      .regex(/^[^\s@<>]+@[^\s@<>]+$/)
      .optional(),
  ),
  MAIL_IN_PORT: z.preprocess(emptyIsUnset, port(1, 2525).optional()),
  MAIL_IN_DOMAIN: z.preprocess(
    emptyIsUnset,
    z
      .string()
      .toLowerCase()
      .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'must be a domain, like svar.example.se')
      .optional(),
  ),
  PEPPOL_OUTBOX: z.preprocess(
    emptyIsUnset,
    z
      .string()
      .regex(/^(\/|\.|[A-Za-z]:\\|sftp:\/\/)/, 'must be a folder, or an address that starts with sftp://')
      .optional(),
  ),
  FILE_STORE: fileStoreWord,
  KOLADA_URL: webAddress('https://api.kolada.se/v3'),
  KOLADA_RATE: z.preprocess(
    emptyIsUnset,
    z.coerce.number('must be a number, like 5').positive('must be above 0').max(1000).default(5),
  ),
  SCB_URL: webAddress('https://statistikdatabasen.scb.se/api/v2'),
  IMPORT_NIGHTLY: z.preprocess(emptyIsUnset, z.enum(['yes', 'no'], 'must be yes or no').optional()),
  SECRET: z.preprocess(emptyIsUnset, z.string().min(32, 'must be at least 32 characters').optional()),
  PAGE_CACHE_BYTES: z.preprocess(
    emptyIsUnset,
    z.coerce
      .number()
      .int()
      .min(0)
      .default(48 * 2 ** 20),
  ),
  API_REQUESTS_PER_MINUTE: z.preprocess(emptyIsUnset, z.coerce.number().int().min(0).default(600)),
  MODE: z.preprocess(emptyIsUnset, z.enum(['demo', 'production']).default('demo')),
  ...observeSettings,
})

/** The names of all settings. */
export const settingNames = Object.keys(environment.shape)

/** Everything the program is told from outside, read once at the start. */
export interface Config {
  /** TCP port to serve on; 0 lets the operating system choose one. */
  port: number
  host: string
  /** Which addresses are those of proxies that say truly who asks. */
  trustedProxies: Trusts
  /** Public address without a trailing slash; decides absolute links, cites and the sitemap. */
  baseUrl: string
  /** Absolute folder for the embedded database and files. */
  dataDir: string
  /** True when somebody named the data folder, so that the program never silently chooses another one. */
  dataDirChosen: boolean
  databaseUrl: string | undefined
  /** The owner of the tables, where it is another role than the one that serves. */
  databaseOwnerUrl: string | undefined
  /** Servers that follow that database and answer what only reads. */
  databaseReadUrls: string[]
  /** A server that is further behind than so many seconds is not read from. */
  databaseReadLag: number
  /** Whether this process sends mail, takes mail and runs jobs beside serving pages (`yes`), not (`no`), or does only that. */
  work: 'yes' | 'no' | 'only'
  /** For how long a process that is told to stop still serves, while it says that it is not ready. */
  drainSeconds: number
  mode: 'demo' | 'production'
  /** The server that takes our mail; without one it is kept and shown in the demonstration's post room. */
  smtpUrl: string | undefined
  /** The sender's address of every mail. */
  mailFrom: string
  /** Port on this machine where the operator's mail server hands in mail; undefined when none is listened on. */
  mailInPort: number | undefined
  /** Domain of the addresses that mail to us is sent to; undefined when the program takes no mail. */
  mailInDomain: string | undefined
  /** Where e-invoices are laid for the access point: a folder, or `sftp://user:password@host/folder`. */
  peppolOutbox: string
  /** Seals secrets at rest and signs links. Without it the demonstration makes one of its own in the data folder. */
  secret: string | undefined
  /** Where files are kept: in the database, a folder, or a store that speaks S3. */
  fileStore: FileStoreSetting
  /** Where Kolada's API begins, without a trailing slash. */
  koladaUrl: string
  /** The most questions a second to Kolada. */
  koladaRate: number
  /** Where Statistics Sweden's API begins, without a trailing slash. */
  scbUrl: string
  /** Whether the sources are asked every night. A demonstration does not call others by itself. */
  importNightly: boolean
  /** Bytes of finished pages to keep in memory; 0 makes every page anew. */
  pageCacheBytes: number
  /** How often one address may ask the API in a minute; 0 means as often as it likes. */
  apiRequestsPerMinute: number
  /** What is told of the running program, and to whom. */
  observe: ObserveConfig
}

type Environment = Record<string, string | undefined>

/** A setting that is wrong or missing. The message names it and says what to do. */
export class ConfigError extends Error {}

/** Reads the environment. Throws {@link ConfigError} with one line for each faulty setting. */
export function readConfig(env: Environment): Config {
  const misspelt = lookAlikes(Object.keys(env), settingNames).map(
    ({ name, meant }) => `${name} is not a setting. Did you mean ${meant}?`,
  )
  const parsed = environment.safeParse(env)
  const wrong = new Map(
    parsed.error?.issues.map(({ path, message }) => {
      const name = path.join('.')
      return [name, faultOf(name, env[name], message)]
    }),
  )
  if (!parsed.success) throw unusable([...misspelt, ...wrong.values()])
  const faults = [...misspelt, ...contradictions(parsed.data, env), ...faultsOfObserving(parsed.data)]
  if (faults.length > 0) throw unusable(faults)
  const {
    PORT,
    HOST,
    TRUSTED_PROXIES,
    BASE_URL,
    DATA_DIR: chosenFolder,
    ASSOCIATION,
    DATABASE_URL,
    DATABASE_OWNER_URL,
    DATABASE_READ_URL,
    DATABASE_READ_LAG,
    WORK,
    DRAIN_SECONDS,
    MODE,
    PAGE_CACHE_BYTES,
    API_REQUESTS_PER_MINUTE,
    SMTP_URL,
    MAIL_FROM,
    MAIL_IN_PORT,
    MAIL_IN_DOMAIN,
    PEPPOL_OUTBOX,
    SECRET,
    FILE_STORE,
    KOLADA_URL,
    KOLADA_RATE,
    SCB_URL,
    IMPORT_NIGHTLY,
  } = parsed.data
  if (MODE === 'production') {
    const missing = missingInProduction({ BASE_URL, SECRET, SMTP_URL })
    if (missing.length > 0) throw new ConfigError(missing.join('\n'))
  }
  // Each association has data of its own, so that starting another one never meets those of the first.
  const DATA_DIR = chosenFolder ?? (ASSOCIATION ? `var-${basename(ASSOCIATION)}` : 'var')
  const baseUrl = (BASE_URL ?? `http://localhost:${PORT}`).replace(/\/+$/, '')
  const mailFrom = MAIL_FROM ?? `noreply@${new URL(baseUrl).hostname}`
  return {
    port: PORT,
    host: HOST,
    trustedProxies: TRUSTED_PROXIES,
    baseUrl,
    dataDir: resolve(DATA_DIR),
    dataDirChosen: Boolean(env.DATA_DIR),
    databaseUrl: DATABASE_URL,
    databaseOwnerUrl: DATABASE_OWNER_URL,
    databaseReadUrls: DATABASE_READ_URL,
    databaseReadLag: DATABASE_READ_LAG,
    work: WORK,
    drainSeconds: DRAIN_SECONDS,
    mode: MODE,
    smtpUrl: SMTP_URL,
    mailFrom,
    mailInPort: MAIL_IN_PORT,
    mailInDomain: MAIL_IN_DOMAIN ?? (MAIL_IN_PORT ? mailFrom.split('@').at(-1) : undefined),
    peppolOutbox: PEPPOL_OUTBOX ?? join(resolve(DATA_DIR), 'peppol'),
    secret: SECRET,
    fileStore: FILE_STORE,
    koladaUrl: KOLADA_URL,
    koladaRate: KOLADA_RATE,
    scbUrl: SCB_URL,
    importNightly: IMPORT_NIGHTLY ? IMPORT_NIGHTLY === 'yes' : MODE === 'production',
    pageCacheBytes: PAGE_CACHE_BYTES,
    apiRequestsPerMinute: API_REQUESTS_PER_MINUTE,
    observe: readObserveSettings(parsed.data, MODE),
  }
}

const unusable = (lines: string[]) => new ConfigError(`The settings cannot be used:\n  ${lines.join('\n  ')}`)
