import { resolve } from 'node:path'
import { z } from 'zod'

const emptyIsUnset = (value: unknown) => (value === '' ? undefined : value)
const optionalText = z.preprocess(emptyIsUnset, z.string().optional())
const postgresUrl = z.preprocess(
  emptyIsUnset,
  z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres://')
    .optional(),
)

const environment = z.object({
  PORT: z.preprocess(
    emptyIsUnset,
    z.coerce
      .number('must be a number, like 3000')
      .int('must be a whole number')
      .min(0, 'cannot be below 0')
      .max(65535, 'cannot be above 65535')
      .default(3000),
  ),
  HOST: z.preprocess(emptyIsUnset, z.string().default('127.0.0.1')),
  BASE_URL: z.preprocess(emptyIsUnset, z.url({ protocol: /^https?$/ }).optional()),
  DATA_DIR: z.preprocess(emptyIsUnset, z.string().default('var')),
  DATABASE_URL: postgresUrl,
  DATABASE_READ_URL: postgresUrl,
  SMTP_URL: optionalText,
  PAGE_CACHE_BYTES: z.preprocess(
    emptyIsUnset,
    z.coerce
      .number()
      .int()
      .min(0)
      .default(48 * 2 ** 20),
  ),
  MODE: z.preprocess(emptyIsUnset, z.enum(['demo', 'production']).default('demo')),
})

/** Everything the program is told from outside, read once at the start. */
export interface Config {
  /** TCP port to serve on; 0 lets the operating system choose one. */
  port: number
  host: string
  /** Public address without a trailing slash; decides absolute links, cites and the sitemap. */
  baseUrl: string
  /** Absolute folder for the embedded database and files. */
  dataDir: string
  /** True when somebody named the data folder, so that the program never silently chooses another one. */
  dataDirChosen: boolean
  databaseUrl: string | undefined
  mode: 'demo' | 'production'
  /** Bytes of finished pages to keep in memory; 0 makes every page anew. */
  pageCacheBytes: number
}

/** A setting that is wrong or missing. The message names it and says what to do. */
export class ConfigError extends Error {}

/** Reads the environment. Throws {@link ConfigError} with one line for each faulty setting. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const parsed = environment.safeParse(env)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new ConfigError(`The settings cannot be used:\n  ${lines.join('\n  ')}`)
  }
  const { PORT, HOST, BASE_URL, DATA_DIR, DATABASE_URL, MODE, PAGE_CACHE_BYTES } = parsed.data
  if (MODE === 'production' && !BASE_URL) {
    throw new ConfigError(
      'BASE_URL is missing. Production needs the public address, for example BASE_URL=https://www.example.se',
    )
  }
  return {
    port: PORT,
    host: HOST,
    baseUrl: (BASE_URL ?? `http://localhost:${PORT}`).replace(/\/+$/, ''),
    dataDir: resolve(DATA_DIR),
    dataDirChosen: Boolean(env.DATA_DIR),
    databaseUrl: DATABASE_URL,
    mode: MODE,
    pageCacheBytes: PAGE_CACHE_BYTES,
  }
}
