import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newToken } from './secrets.ts'
import { withoutSecrets } from './without-secrets.ts'

test('a token is never left in a text, wherever it stands', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      const token = newToken()
      expect(withoutSecrets(`${before}${token}${after}`)).not.toContain(token)
    }),
  )
})

test('an address keeps its user and host, and loses its password', () => {
  expect(withoutSecrets('cannot reach postgres://eko:s3cr%20t/@db.example/eko now')).toBe(
    'cannot reach postgres://eko:…@db.example/eko now',
  )
  expect(withoutSecrets('sftp://u:p@h/f?fingerprint=SHA256:abc')).toBe(
    'sftp://u:…@h/f?fingerprint=SHA256:abc',
  )
  expect(withoutSecrets('https://example.se/a?b=c@d')).toBe('https://example.se/a?b=c@d')
})
