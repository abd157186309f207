import { fillPath, fitting, type Route } from '../every-route.ts'
import { type Chance, hostileParts, hostileTexts } from './values.ts'

/** A request as it is sent, to be shown when its answer is wrong. */
export interface Sent {
  method: string
  address: string
  headers: Record<string, string>
  body?: string | Uint8Array<ArrayBuffer> | FormData | undefined
}

const origin = 'https://eko.example'

/** Names that stand in the program's addresses and forms, so that hostile values reach what reads them. */
export interface KnownNames {
  queries: readonly string[]
  fields: readonly string[]
  samples: Record<string, string>
}

/** A request for a route where something is wrong: a part of its path, its query, its body or its headers. */
export function hostileRequest(route: Route, names: KnownNames, chance: Chance): Sent {
  const spoilt = chance.below(3) === 0
  const path = fillPath(route.path, (name, pattern) =>
    spoilt ? chance.pick(hostileParts) : (names.samples[name] ?? fitting(pattern)),
  )
  const query = Array.from(
    { length: chance.below(5) },
    () => `${chance.pick([...names.queries, '__proto__', 'a[b]', ''])}=${chance.pick(hostileParts)}`,
  ).join('&')
  const sent: Sent = {
    method: route.method,
    address: origin + path + (query ? `?${query}` : ''),
    headers: { origin, ...hostileHeaders(chance) },
  }
  if (route.method !== 'GET' && route.method !== 'HEAD') Object.assign(sent, hostileBody(names, chance, sent))
  return sent
}

function hostileHeaders(chance: Chance): Record<string, string> {
  const some: Record<string, string>[] = [
    {},
    {},
    {},
    { host: 'elsewhere.example' },
    { 'x-forwarded-for': `1.2.3.4, ' or 1=1, ${'x'.repeat(3000)}` },
    { 'x-forwarded-host': 'elsewhere.example', 'x-forwarded-proto': 'javascript' },
    { 'accept-language': 'x'.repeat(5000) },
    { 'accept-encoding': 'br;q=0, gzip;q=-1, \u00ff' },
    { 'if-none-match': '*' },
    { 'if-modified-since': 'the day before' },
    { range: 'bytes=9-1,-5' },
    { 'last-event-id': '-1' },
    { accept: '*/*;q=NaN,application/json' },
    { 'user-agent': '\u00e5'.repeat(2000) },
    { 'x-http-method-override': 'DELETE' },
  ]
  return chance.pick(some)
}

function hostileBody(names: KnownNames, chance: Chance, { headers }: Sent): Pick<Sent, 'headers' | 'body'> {
  const fields = (): [string, string][] =>
    Array.from({ length: 1 + chance.below(12) }, () => [
      chance.pick([...names.fields, '__proto__', 'constructor', 'a[]', '']),
      chance.pick(hostileTexts),
    ])
  const typed = (type: string, body: string | Uint8Array<ArrayBuffer>) => ({
    headers: { ...headers, 'content-type': type },
    body,
  })
  const form = 'application/x-www-form-urlencoded'
  const kinds: (() => Pick<Sent, 'headers' | 'body'>)[] = [
    () => typed(form, new URLSearchParams(fields()).toString()),
    () => typed(form, new URLSearchParams(fields()).toString()),
    () => {
      const body = new FormData()
      for (const [name, value] of fields()) body.append(name, value)
      body.append(chance.pick(names.fields), new File(['%PDF-1.7\n\0'], '../../x.pdf"\r\nA: b'))
      return { headers, body }
    },
    () => typed(form, `${chance.pick(names.fields)}=${chance.pick(hostileParts)}&=&&a=b=c&%%%=%E0%A4%A`),
    () => typed(form, new Uint8Array([0, 255, 254, 61, 128, 38, 237, 160, 128])),
    () => typed('multipart/form-data', 'no boundary'),
    () =>
      typed('multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\ncut'),
    () => typed('multipart/form-data; boundary=x', `--x\r\n${'A: b\r\n'.repeat(2000)}\r\n\r\n--x--`),
    () => typed('application/json', JSON.stringify(Object.fromEntries(fields()))),
    () => typed('application/json', '{"__proto__":{"a":1},"constructor":{"prototype":{}}}'),
    () => typed('application/json', `${'['.repeat(20_000)}${']'.repeat(20_000)}`),
    () => typed('application/json', '{"a":'),
    () => typed('application/json', 'null'),
    () => typed('application/xml', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
    () => typed('text/plain', 'a=b'),
    () => typed('a/b; charset="', 'a=b'),
    () => typed('', ''),
  ]
  return chance.pick(kinds)()
}
