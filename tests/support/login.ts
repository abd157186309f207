import type { createApp } from '../../src/app/app.tsx'

type App = ReturnType<typeof createApp>

/** Logs in as a person of the demonstration and gives back what to send as `cookie`. */
export async function loggedIn(app: App, konto: string): Promise<string> {
  const response = await post(app, '/demo/logga-in', { konto })
  const cookie = response.headers.get('set-cookie')?.split(';')[0]
  if (!cookie) throw new Error(`Nobody is called ${konto}: ${response.status} ${await response.text()}`)
  return cookie
}

/** Sends a form as a browser on the site does. */
export function post(
  app: App,
  path: string,
  fields: Record<string, string | string[]> | FormData,
  cookie = '',
): Promise<Response> {
  const body = fields instanceof FormData ? fields : new URLSearchParams(pairsOf(fields))
  return Promise.resolve(
    app.request(`https://eko.example${path}`, {
      method: 'POST',
      body,
      headers: { origin: 'https://eko.example', cookie },
    }),
  )
}

/** Reads a page, logged in. */
export async function get(app: App, path: string, cookie = ''): Promise<Response> {
  return app.request(`https://eko.example${path}`, { headers: { cookie } })
}

function pairsOf(fields: Record<string, string | string[]>): [string, string][] {
  return Object.entries(fields).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one): [string, string] => [name, one]),
  )
}
