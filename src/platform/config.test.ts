import { expect, test } from 'vitest'
import { readConfig, settingNames } from './config.ts'
import { lookAlikes } from './setting-faults.ts'

const live = {
  MODE: 'production',
  BASE_URL: 'https://eko.example',
  SECRET: 'a secret of the tests that is long enough',
  SMTP_URL: 'smtp://127.0.0.1:9',
}

const faultsOf = (settings: Record<string, string>): string => {
  try {
    readConfig(settings)
    return ''
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

test.for<[string, string, string, RegExp]>([
  ['PORT', 'abc', '“abc”', /0 to 65535/],
  ['PORT', '70000', '“70000”', /0 to 65535/],
  ['PORT', '80.5', '“80.5”', /whole number/],
  ['BASE_URL', 'www.example.se', '“www.example.se”', /without a path/],
  ['BASE_URL', 'https://example.se/eko', '“https://example.se/eko”', /without a path/],
  ['BASE_URL', 'https://example.se/?a=1', '“https://example.se/?…”', /without a path/],
  ['BASE_URL', 'ftp://example.se', '“ftp://example.se”', /without a path/],
  ['TRUSTED_PROXIES', 'proxy', '“proxy”', /10\.1\.0\.0\/16/],
  ['TRUSTED_PROXIES', '10.0.0.0/33', '“10.0.0.0/33”', /ranges/],
  ['TRUSTED_PROXIES', '10.0.0.1,', '“10.0.0.1,”', /ranges/],
  ['DATABASE_URL', 'mysql://eko:hush@db/eko', '“mysql://…@db/eko”', /postgres:\/\//],
  ['DATABASE_URL', 'postgres:/eko:hush@db/eko', '“…@db/eko”', /postgres:\/\//],
  ['DATABASE_URL', 'http://db/eko?password=hush', '“http://db/eko?…”', /postgres:\/\//],
  ['DATABASE_OWNER_URL', 'owner:hush@db', '“…@db”', /postgres:\/\//],
  ['DATABASE_READ_URL', 'db2', '“db2”', /with commas/],
  ['DATABASE_READ_URL', 'postgres://eko:hush@a/eko,eko:hush@b', '“postgres://…@a/eko,…@b”', /with commas/],
  ['DATABASE_READ_LAG', '301', '“301”', /0 to 300/],
  ['DRAIN_SECONDS', 'long', '“long”', /0 to 120/],
  ['WORK', 'web', '“web”', /yes, no or only/],
  ['SMTP_URL', 'http://eko:hu/sh@mail', '“http://…@mail”', /smtps:\/\//],
  ['SMTP_URL', 'mail://eko:hu?sh@mail', '“mail://…?…”', /smtps:\/\//],
  ['MAIL_FROM', 'noreply', '“noreply”', /mail address/],
  ['MAIL_IN_PORT', '0', '“0”', /1 to 65535/],
  ['MAIL_IN_DOMAIN', 'svar', '“svar”', /a domain/],
  ['PEPPOL_OUTBOX', 'ftp://eko:hush@host/folder', '“ftp://…@host/folder”', /sftp:\/\//],
  ['KOLADA_URL', 'kolada', '“kolada”', /https:\/\//],
  ['KOLADA_RATE', '0', '“0”', /above 0/],
  ['KOLADA_RATE', 'fast', '“fast”', /above 0/],
  ['SCB_URL', 'x', '“x”', /https:\/\//],
  ['IMPORT_NIGHTLY', 'true', '“true”', /yes or no/],
  ['SECRET', 'hush', 'a secret of 4 characters', /at least 32/],
  ['PAGE_CACHE_BYTES', '48MB', '“48MB”', /whole number of bytes/],
  ['PAGE_CACHE_BYTES', '-1', '“-1”', /0 or more/],
  ['API_REQUESTS_PER_MINUTE', 'many', '“many”', /0 sets no limit/],
  ['MODE', 'live', '“live”', /demo or production/],
  ['LOG_LEVEL', 'loud', '“loud”', /silent/],
])('%s=%s is said with what was found and what is allowed', ([name, value, found, may]) => {
  const [, line = '', ...more] = faultsOf({ [name]: value }).split('\n')
  expect(line).toContain(`${name}: found ${found}. Allowed: `)
  expect(line).toMatch(may)
  expect(line).not.toMatch(/hu.?sh/)
  expect(more).toEqual([])
})

test('every faulty setting gets its line', () => {
  expect(faultsOf({ PORT: 'a', MODE: 'b', IMPORT_NIGHTLY: 'c' }).split('\n')).toHaveLength(4)
})

test('production says which settings it cannot do without', () => {
  for (const name of ['BASE_URL', 'SECRET', 'SMTP_URL']) {
    expect(faultsOf({ ...live, [name]: '' })).toMatch(new RegExp(`^${name} is missing`))
  }
  expect(faultsOf(live)).toBe('')
})

test.for<[string, string]>([
  ['DATABSE_URL', 'DATABASE_URL'],
  ['DATABASE_URI', 'DATABASE_URL'],
  ['DATABASEURL', 'DATABASE_URL'],
  ['database_url', 'DATABASE_URL'],
  ['DATA-DIR', 'DATA_DIR'],
  ['SMPT_URL', 'SMTP_URL'],
  ['MAIL_FORM', 'MAIL_FROM'],
  ['ASOCIATION', 'ASSOCIATION'],
  ['IMPORTS_NIGHTLY', 'IMPORT_NIGHTLY'],
])('%s is told to be none, and %s named', ([name, meant]) => {
  expect(faultsOf({ [name]: 'postgres://eko:hush@db/eko' })).toContain(
    `${name} is not a setting. Did you mean ${meant}?`,
  )
  expect(faultsOf({ [name]: 'postgres://eko:hush@db/eko' })).not.toContain('hush')
})

test('what other programs keep in the environment is left alone', () => {
  const others = [
    'PATH',
    'HOME',
    'HOST',
    'HOSTNAME',
    'NODE',
    'NODE_ENV',
    'NODE_OPTIONS',
    'PWD',
    'OLDPWD',
    'MAIL',
    'SHELL',
    'USER',
    'LANG',
    'DB_URL',
    'HTTP_URL',
    'SMTP_HOST',
    'SECRETS',
    'PORTS',
    'MODEL',
    'TEST_DATABASE_URL',
    'PGDATABASE',
    'DATABASE_HOST',
    'npm_lifecycle_event',
    'npm_config_loglevel',
    'INVOCATION_ID',
    'STATE_DIRECTORY',
    'XDG_DATA_DIRS',
    'XDG_DATA_DIR',
  ]
  expect(lookAlikes(others, settingNames)).toEqual([])
})

test('no setting looks like another', () => {
  for (const name of settingNames) {
    expect(lookAlikes([`${name}_OF_MINE`], settingNames)).toEqual([])
    expect(lookAlikes([name], settingNames)).toEqual([])
  }
})

test('settings that are wrong together are said', () => {
  expect(faultsOf({ DATABASE_READ_URL: 'postgres://eko:hush@replica/eko' })).toMatch(
    /DATABASE_READ_URL: found “postgres:\/\/…@replica\/eko” without DATABASE_URL/,
  )
  expect(faultsOf({ DATABASE_OWNER_URL: 'postgres://eko:hush@db/eko' })).toMatch(
    /DATABASE_OWNER_URL: found “postgres:\/\/…@db\/eko” without DATABASE_URL/,
  )
  expect(faultsOf({ WORK: 'only' })).toMatch(/WORK: found “only” without DATABASE_URL/)
  expect(faultsOf({ PORT: '2525', MAIL_IN_PORT: '2525' })).toMatch(/MAIL_IN_PORT: found 2525, which is PORT/)
})

test('an address may end with a stroke, and an empty setting is none', () => {
  expect(readConfig({ BASE_URL: 'https://eko.example/' }).baseUrl).toBe('https://eko.example')
  expect(readConfig({ PORT: '', MODE: '', SECRET: '', LOG_LEVEL: '' })).toMatchObject({
    port: 3000,
    mode: 'demo',
  })
})
