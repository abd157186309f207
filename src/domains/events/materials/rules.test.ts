import { describe, expect, test } from 'vitest'
import { mayOpen } from './rules.ts'

const nobody = { inNetwork: false, participant: false, office: false }

describe('what is shared after an event', () => {
  test.each([
    ['everyone', nobody, true],
    ['members', nobody, false],
    ['members', { ...nobody, inNetwork: true }, true],
    ['members', { ...nobody, participant: true }, false],
    ['participants', nobody, false],
    ['participants', { ...nobody, inNetwork: true }, false],
    ['participants', { ...nobody, participant: true }, true],
    ['participants', { ...nobody, office: true }, true],
  ] as const)('with %s is open to %j: %s', (openTo, reader, opened) => {
    expect(mayOpen(openTo, reader)).toBe(opened)
  })
})
