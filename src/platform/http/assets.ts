import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { Handler } from 'hono'
import { z } from 'zod'

const manifestSchema = z.object({ script: z.string(), styles: z.string(), font: z.string() })

/** Addresses of the built client files; the names carry a hash, so browsers may keep them for ever. */
export type Assets = z.infer<typeof manifestSchema> & { folder: string }

/** Reads what `bin/build.mjs` wrote. */
export async function readAssets(buildFolder: string): Promise<Assets> {
  const manifest = await readFile(join(buildFolder, 'assets.json'), 'utf8').catch(() => {
    throw new Error(
      `The client files are not built: ${join(buildFolder, 'assets.json')} is missing. Run npm start.`,
    )
  })
  return { ...manifestSchema.parse(JSON.parse(manifest)), folder: join(buildFolder, 'public') }
}

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

interface Served {
  body: Buffer<ArrayBuffer>
  type: string
  encoding: 'br' | 'gzip' | null
}

/**
 * Answers `/assets/<name>` from the build folder, compressed ahead where the browser can read that. A missing
 * one is answered in one plain line: nobody reads a page there, and a new build may bring the file.
 */
export function serveAssets({ folder }: Assets): Handler {
  const kept = new Map<string, Promise<Served>>()
  return async (c) => {
    const name = c.req.path.slice('/assets/'.length)
    const type = types[extname(name)]
    if (!type || !/^[\w.-]+$/.test(name)) return missing()
    const accepted = c.req.header('accept-encoding') ?? ''
    const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null
    const key = `${name} ${encoding}`
    const found = kept.get(key) ?? readServed(join(folder, name), type, encoding)
    kept.set(key, found)
    try {
      const served = await found
      return c.body(served.body, 200, {
        'content-type': served.type,
        'cache-control': 'public, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
        vary: 'Accept-Encoding',
        ...(served.encoding ? { 'content-encoding': served.encoding } : {}),
      })
    } catch {
      kept.delete(key)
      return missing()
    }
  }
}

const missing = (): Response =>
  new Response('No such file.\n', {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  })

async function readServed(file: string, type: string, encoding: Served['encoding']): Promise<Served> {
  if (encoding) {
    const packed = await readFile(`${file}.${encoding === 'br' ? 'br' : 'gz'}`).catch(() => undefined)
    if (packed) return { body: packed, type, encoding }
  }
  return { body: await readFile(file), type, encoding: null }
}
