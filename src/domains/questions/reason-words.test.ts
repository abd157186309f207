import { expect, test } from 'vitest'
import { localeOf } from '#platform/i18n.ts'
import { reasonWords } from './reason-words.ts'
import type { Reason } from './rules/reason.ts'

const l = localeOf('sv')
const improved: Reason = { kind: 'improved', figureId: '2', number: '2', organisation: 'Falkenberg' }
const alike: Reason = { kind: 'alike', organisation: 'Falkenberg' }

test('likeness and a better curve are told in one, from where the reader stands', () => {
  expect(reasonWords([improved, alike], { l, voice: 'asker' })).toEqual([
    'Falkenberg liknar er och har förbättrat nyckeltal 2',
  ])
  expect(reasonWords([alike], { l, voice: 'you' })).toEqual(['Falkenberg liknar kommunen som frågar'])
  expect(reasonWords([improved], { l, voice: 'asker' })).toEqual(['Falkenberg har förbättrat nyckeltal 2'])
})

test('subjects are told together, other reasons on their own', () => {
  const reasons: Reason[] = [
    { kind: 'example', exampleId: 1, title: 'Ängar' },
    { kind: 'subject', sv: 'Mat', en: 'Food' },
    { kind: 'subject', sv: 'Skolor', en: 'Schools' },
  ]
  expect(reasonWords(reasons, { l, voice: 'others' })).toEqual([
    'står bakom exemplet ”Ängar”',
    'kan ämnena Mat och Skolor',
  ])
  expect(reasonWords(reasons, { l: localeOf('en'), voice: 'you' })[1]).toBe(
    'you have chosen the subjects Food and Schools',
  )
})

test('who suggested somebody is named, unless that person has been forgotten', () => {
  const names = new Map([[7, { name: 'Åsa Ek' }]])
  const told = (by: number) => reasonWords([{ kind: 'suggested', by }], { l, voice: 'you', names })
  expect(told(7)).toEqual(['Åsa Ek tror att du kan svara'])
  expect(told(8)).toEqual(['någon annan som fick frågan tror att du kan svara'])
})
