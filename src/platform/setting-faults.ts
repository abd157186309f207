/** What each setting may be, for the message when it is something else. */
const allowed: Record<string, string> = {
  PORT: 'a whole number from 0 to 65535; 0 lets the system choose',
  TRUSTED_PROXIES: 'loopback, none, or addresses and ranges like 10.0.0.5,10.1.0.0/16,fd00::/8',
  BASE_URL: 'the public address without a path, like https://www.example.se',
  DATABASE_URL: 'an address like postgres://user:password@host:5432/database',
  DATABASE_OWNER_URL: 'an address like postgres://owner:password@host:5432/database',
  DATABASE_READ_URL: 'addresses like postgres://user:password@host:5432/database, with commas between',
  DATABASE_READ_LAG: 'seconds, from 0 to 300',
  DRAIN_SECONDS: 'seconds, from 0 to 120',
  WORK: 'yes, no or only',
  SMTP_URL: 'an address like smtps://user:password@mail.example.se',
  MAIL_FROM: 'a mail address, like noreply@example.se',
  MAIL_IN_PORT: 'a whole number from 1 to 65535',
  MAIL_IN_DOMAIN: 'a domain, like svar.example.se',
  PEPPOL_OUTBOX: 'a folder that begins with / or ., or an address like sftp://user:password@host/folder',
  FILE_STORE:
    '“database”, a folder like /srv/ekokommun/files, or s3://KEY:SECRET@host:port/bucket?region=eu-north-1; several with a space between',
  KOLADA_URL: 'an address that begins with https://',
  KOLADA_RATE: 'a number above 0, at most 1000',
  SCB_URL: 'an address that begins with https://',
  IMPORT_NIGHTLY: 'yes or no',
  SECRET: 'at least 32 characters, like the answer of openssl rand -hex 32',
  PAGE_CACHE_BYTES: 'a whole number of bytes, 0 or more',
  API_REQUESTS_PER_MINUTE: 'a whole number, 0 or more; 0 sets no limit',
  MODE: 'demo or production',
  SLOW_QUERY_MS: 'a whole number of milliseconds, from 0 to 3600000',
  METRICS_PORT: 'a whole number from 1 to 65535',
  METRICS_TOKEN: 'at least 16 characters, like the answer of openssl rand -hex 16',
  OTEL_EXPORTER_OTLP_ENDPOINT: 'an address that begins with http:// or https://',
  LOG_LEVEL: 'trace, debug, info, warn, error, fatal or silent',
}

const longest = 80
const wholeSecret = /SECRET|PASSWORD|TOKEN|KEY/
const mayCarryPassword = /_URL$|_STORE$|_OUTBOX$|_ENDPOINT$/

/** One line on a setting that cannot be used: its name, what was found, what is allowed. Never a secret. */
export function faultOf(name: string, found: string | undefined, otherwise: string): string {
  return `${name}: found ${shown(name, found)}. Allowed: ${allowed[name] ?? otherwise.replace(/^must be /, '')}.`
}

/** A setting's value as it may be shown: passwords are left out. */
export function shown(name: string, value: string | undefined): string {
  if (value === undefined || value === '') return 'nothing'
  if (wholeSecret.test(name)) return `a secret of ${value.length} characters`
  const bare = mayCarryPassword.test(name) ? withoutPassword(value) : value
  const plain = bare.replace(/\p{Cc}/gu, '�')
  return `“${plain.length > longest ? `${plain.slice(0, longest)}…` : plain}”`
}

/** Everything before the last @ may be a password, however the address is misspelt; so may what follows a question mark. */
function withoutPassword(address: string): string {
  if (address.includes(',')) return address.split(',').map(withoutPassword).join(',')
  const [place = '', ...query] = address.split('?')
  const [, scheme = ''] = /^([a-z0-9+.-]+:\/\/)/i.exec(place) ?? []
  const at = place.lastIndexOf('@')
  const bare = at < 0 ? place : `${scheme}…${place.slice(at)}`
  return query.length === 0 ? bare : `${query.join('?').includes('@') ? `${scheme}…` : bare}?…`
}

/** Names in the environment that are no setting but look like one, and which. */
export function lookAlikes(names: string[], settings: string[]): { name: string; meant: string }[] {
  const known = new Set(settings)
  return names.flatMap((name) => {
    if (known.has(name)) return []
    const meant = settings.find((setting) => looksLike(name, setting))
    return meant ? [{ name, meant }] : []
  })
}

/** Short names are like too many others: there only case counts. */
function looksLike(name: string, setting: string): boolean {
  const plain = name.toUpperCase().replaceAll('-', '_')
  if (plain === setting) return setting.includes('_')
  if (setting.length < 8) return false
  return distance(plain, setting) <= (setting.length < 12 ? 1 : 2)
}

/** How many letters must be added, left out, exchanged or swapped with their neighbour to get from one to the other. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const at = (list: number[], index: number) => list[index] ?? 0
      const same = a[i - 1] === b[j - 1]
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row[j] = Math.min(
        at(last, j) + 1,
        at(row, j - 1) + 1,
        at(last, j - 1) + (same ? 0 : 1),
        swapped ? at(before, j - 2) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    ;[before, last] = [last, row]
  }
  return last[b.length] ?? 0
}
