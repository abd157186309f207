import { shown } from './setting-faults.ts'

/** Settings that mean something only beside others. */
interface Related {
  PORT: number
  DATABASE_URL?: string | undefined
  DATABASE_OWNER_URL?: string | undefined
  DATABASE_READ_URL: string[]
  WORK: string
  MAIL_IN_PORT?: number | undefined
}

/** One line for each setting that is right alone and wrong together with others. `env` is what was found. */
export function contradictions(settings: Related, env: Record<string, string | undefined>): string[] {
  const { DATABASE_URL, DATABASE_OWNER_URL, DATABASE_READ_URL, WORK, MAIL_IN_PORT, PORT } = settings
  const lines: string[] = []
  if (!DATABASE_URL) {
    const outside = {
      DATABASE_OWNER_URL: DATABASE_OWNER_URL !== undefined,
      DATABASE_READ_URL: DATABASE_READ_URL.length > 0,
      WORK: WORK !== 'yes',
    }
    for (const [name] of Object.entries(outside).filter(([, used]) => used)) {
      lines.push(
        `${name}: found ${shown(name, env[name])} without DATABASE_URL. Allowed: only beside it, for the embedded database has roles of its own, one process and no replicas.`,
      )
    }
  }
  if (MAIL_IN_PORT !== undefined && MAIL_IN_PORT === PORT) {
    lines.push(`MAIL_IN_PORT: found ${MAIL_IN_PORT}, which is PORT. Allowed: another port than the web's.`)
  }
  return lines
}

const needed = {
  BASE_URL: 'the public address, for example BASE_URL=https://www.example.se',
  SECRET: 'a secret of its own, for example SECRET=$(openssl rand -hex 32), the same at every start',
  SMTP_URL: 'a server for its mail, for example SMTP_URL=smtps://user:password@mail.example.se',
}

/** One line for each setting that production cannot do without. */
export function missingInProduction(settings: Record<keyof typeof needed, string | undefined>): string[] {
  return (['BASE_URL', 'SECRET', 'SMTP_URL'] as const)
    .filter((name) => !settings[name])
    .map((name) => `${name} is missing. Production needs ${needed[name]}`)
}
