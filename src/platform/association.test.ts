import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readAssociation, readOwnTexts } from './association.ts'

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

const second = await readFile('associations/wisconsin/association.yaml', 'utf8')

test.each([
  [
    'a colour that cannot be read',
    'light: "#7a2e12"',
    'light: "#d98a5f"',
    /colours\.main\.light: #d98a5f has 2\.\d:1 on the ground #\w{6}, and text needs 4\.5:1/,
  ],
  [
    'a link too dim in the dark',
    'dark: "#9cc3f5"',
    'dark: "#1f4f8f"',
    /colours\.link\.dark: #1f4f8f has 1\.\d:1/,
  ],
  [
    'a colour by name',
    'light: "#7a2e12"',
    'light: red',
    /colours\.main\.light: should be a colour like #0f5c46/,
  ],
  [
    'a sign with a script',
    'M24 22C17 17 17 9 24 1c7 8 7 16 0 21Z',
    'M0 0<script>',
    /logo\.paths\.0: should be the d of an SVG path/,
  ],
  ['a time zone', 'America/Chicago', 'America/Chicagoo', /country\.time_zone: should be a time zone/],
  ['a currency', 'currency: USD', 'currency: dollars', /country\.currency: should be a currency such as SEK/],
  ['a service', 'services: []', 'services: [kolado]', /country\.services\.0: should be one of kolada, scb/],
  ['a fee below nothing', 'fixed: 250', 'fixed: -1', /fees\.fixed: cannot be below 0/],
  ['no name', '  en: Eco-Municipalities of Wisconsin', '  sv: Ekokommunerna', /name\.en: is missing/],
  [
    'another country’s language',
    'languages: [en]',
    'languages: [no]',
    /languages\.0: should be one of sv, en, fi/,
  ],
])('%s stops the start with its line', async (_, from, to, words) => {
  const said = await faultsWith(() => second.replace(from, to))
  expect(said).toMatch(words)
  expect(said).toMatch(/association\.yaml:\d+:/)
})

test('a contrast is told at the line of the colour', async () => {
  const changed = second.replace('light: "#1f4f8f"', 'light: "#7fa8d8"')
  const line = changed.split('\n').findIndex((each) => each.includes('#7fa8d8')) + 1
  expect(await faultsWith(() => changed)).toContain(`association.yaml:${line}: colours.link.light`)
})

test('what an association says about itself is checked line by line, in each of its languages', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'association-'))
  const association = readAssociation('associations/wisconsin')
  const read = (texts: string) => async () => {
    await writeFile(join(folder, 'texts.en.yaml'), texts)
    return readOwnTexts(folder, association)
  }
  const texts = await readFile('associations/wisconsin/texts.en.yaml', 'utf8')
  expect(() => readOwnTexts(folder, association)).toThrow('association.yaml names the language en')
  await expect(read(texts.replace(/\n {2}lead: .*/, ''))()).rejects.toThrow('start.lead: is missing')
  await expect(read(texts.replace('"{share} of', '"some of'))()).rejects.toThrow(
    /texts\.en\.yaml:\d+: start\.share_of_people/,
  )
  await expect(read(texts.replace(/\n {6}example: .*/, ''))()).rejects.toThrow(
    /criteria\.all\.0: should have an example/,
  )
  expect((await read(texts)()).sv.purpose).toContain('Wisconsin')
})
