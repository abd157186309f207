import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, inject, vi } from 'vitest'
import { clear, copyFolder, freshFolder, installIn, postmasterOf, serversIn, start } from './program.ts'

const homes: string[] = []
const folders: string[] = []

/** The folder that this file's programs are started in. */
export let home = ''

/** Builds the program for the tests of a file, and clears away what they leave. */
export function openHouse(): void {
  // Real programs on real disks: on a busy machine a single start may take many seconds.
  vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })
  beforeAll(async () => {
    const top = await freshFolder()
    homes.push(top)
    home = await installIn(join(top, 'ekokommun'))
  })
  afterEach(() => clear(folders))
  afterAll(() => clear(homes))
}

/** A data folder for this test alone. */
export async function emptyFolder(): Promise<string> {
  return goneAfterTest(await freshFolder())
}

/** Ends what still runs in a folder, and removes it, when the test is over. */
export function goneAfterTest(folder: string): string {
  folders.push(folder)
  return folder
}

/** A data folder that the program has used before, which spares the time of a first start. */
export async function usedFolder(): Promise<string> {
  const folder = join(await emptyFolder(), 'data')
  copyFolder(await filledOnce(), folder)
  return folder
}

/** The folder that all used ones of a run are copied from. */
async function filledOnce(): Promise<string> {
  const filled = join(inject('shared'), 'data')
  if (existsSync(filled)) return filled
  const own = `${filled}.${process.pid}`
  await rm(own, { recursive: true, force: true })
  const loaded = inject('loadedFolder')
  if (loaded) copyFolder(loaded, own)
  const program = start(home, { DATA_DIR: own })
  await program.ready()
  await program.stop()
  // Two files may have filled one at once: the first one's is taken.
  await rename(own, filled).catch(() => rm(own, { recursive: true }))
  return filled
}

/** Asks for a page and gives back the status. */
export async function statusOf(address: string): Promise<number> {
  const answer = await fetch(address)
  await answer.arrayBuffer()
  return answer.status
}

/** No server of the folder is left, and it was stopped in an orderly way. */
export function expectStopped(dataDir: string): void {
  expect(serversIn(dataDir)).toEqual([])
  expect(postmasterOf(dataDir)).toBeUndefined()
}
