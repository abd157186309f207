import { readFile } from 'node:fs/promises'
import { z } from 'zod'

const manifest = z.object({ version: z.string() })
let known: Promise<string> | undefined

/** The version of the program, as its package says. */
export function programVersion(): Promise<string> {
  known ??= readFile('package.json', 'utf8').then((text) => manifest.parse(JSON.parse(text)).version)
  return known
}
