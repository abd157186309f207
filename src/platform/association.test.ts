import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readAssociation } from './association.ts'

const written = await readFile('reference/association.yaml', 'utf8')

/** What is said of a file that differs from the association's own. */
async function faultsWith(change: (text: string) => string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'association-'))
  await writeFile(join(folder, 'association.yaml'), change(written))
  try {
    readAssociation(folder)
    return ''
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
}

test('the association of the clone can be read', async () => {
  expect(await faultsWith((text) => text)).toBe('')
})

test('what is wrong is told with file, line and field, all at once', async () => {
  const said = await faultsWith((text) =>
    text.replace('code: SEKOM', 'code: sekom').replace(/email: .*/, 'email: nobody'),
  )
  const lineOf = (start: string) => written.split('\n').findIndex((line) => line.trim().startsWith(start)) + 1
  expect(said).toContain(`association.yaml:${lineOf('code')}: code: should be two to ten capital letters`)
  expect(said).toContain(`association.yaml:${lineOf('email')}: secretariat.email`)
  expect(await faultsWith((text) => `${text}\ncolour: green\n`)).toContain('colour')
  expect(await faultsWith(() => 'name: [')).toContain('association.yaml:1')
})

test('a folder without the file is told how to be named', () => {
  expect(() => readAssociation('nowhere')).toThrow('ASSOCIATION names the folder')
})
