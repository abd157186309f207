import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createSecrets } from './secrets.ts'

const secrets = createSecrets('a secret of the tests, long enough')

describe('a stamp', () => {
  test('fits the local part of an address and holds whatever the case', () => {
    const stamp = secrets.stamp('reply', '12-34')
    expect(stamp).toMatch(/^[a-z2-7]{20}$/)
    expect(secrets.isStamp('reply', '12-34', stamp.toUpperCase())).toBe(true)
  })

  test('proves only the very text, for the very purpose, by the very secret', () => {
    const other = createSecrets('another secret of the tests, long enough')
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, two) => {
        const stamp = secrets.stamp('reply', one)
        expect(secrets.isStamp('reply', one, stamp)).toBe(true)
        expect(secrets.isStamp('reply', two, stamp)).toBe(one === two)
        expect(secrets.isStamp('letter', one, stamp)).toBe(false)
        expect(other.isStamp('reply', one, stamp)).toBe(false)
        expect(secrets.isStamp('reply', one, two)).toBe(false)
      }),
    )
  })
})
