import { planted } from './values.ts'

/** What an answer never holds: where in the code, what in the database, or what was sent as a part of the page. */
const inside =
  /\bat \S+ \(?(?:file:|node:|\/)\S+:\d+|node_modules\/|\.tsx?:\d+:\d+|syntax error at or near|violates \S+ constraint|relation "\w+" does not|invalid input syntax|DatabaseError|PostgresError|select [\w., "]+ from [a-z_]+ where/i
const most = 400_000

/** What is wrong with the answer to a hostile request; nothing when it is as it should be. */
export async function faultsOf(response: Response): Promise<string[]> {
  const { status, headers } = response
  const faults: string[] = []
  if (status >= 500) faults.push(`status ${status}`)
  const policy = headers.get('content-security-policy') ?? ''
  if (!policy.includes("default-src 'none'")) faults.push('no content security policy')
  if (!policy.includes('frame-ancestors')) faults.push('may be framed')
  if (!headers.get('strict-transport-security')?.includes('includeSubDomains')) faults.push('no HSTS')
  if (headers.get('cross-origin-opener-policy') !== 'same-origin') faults.push('shares its window')
  if (headers.get('x-content-type-options') !== 'nosniff') faults.push('may be taken for another type')
  if (!headers.get('referrer-policy')) faults.push('no referrer policy')
  const location = headers.get('location')
  if (location && !/^(\/(?![/\\])|https:\/\/eko\.example(\/|$)|https?:\/\/127\.0\.0\.1)/.test(location)) {
    faults.push(`leads to ${location}`)
  }
  const text = await beginning(response)
  if (inside.test(text)) faults.push(`tells of its inside: ${inside.exec(text)?.[0]}`)
  if (text.includes(planted) && /html|xml|svg/.test(headers.get('content-type') ?? '')) {
    faults.push('gives back what was sent as a part of the page')
  }
  return faults
}

/** So much of an answer as tells; a line of events has no end, and a whole file is long. */
async function beginning(response: Response): Promise<string> {
  if (!response.body) return ''
  const reader = response.body.getReader()
  const parts: Uint8Array[] = []
  let length = 0
  const isLine = response.headers.get('content-type')?.startsWith('text/event-stream')
  while (!isLine && length < most) {
    const { done, value } = await reader.read()
    if (done) break
    parts.push(value)
    length += value.length
  }
  await reader.cancel()
  return Buffer.concat(parts).toString('utf8')
}
