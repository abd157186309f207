import { expect, test } from 'vitest'
import { methodEn } from './method.en.ts'
import { methodSv } from './method.sv.ts'

const shape = ({ sections }: typeof methodSv) =>
  sections.map(({ id, paragraphs, formula, literature }) => [
    id,
    paragraphs.length,
    formula.length,
    literature.length,
  ])

test('the method page says the same in both languages, part by part', () => {
  expect(shape(methodEn)).toEqual(shape(methodSv))
  expect(new Set(methodSv.sections.map(({ id }) => id)).size).toBe(methodSv.sections.length)
})

test('the method page states the limits that the rules use', () => {
  const swedish = JSON.stringify(methodSv).replaceAll(/[\u00a0\u2009]/g, ' ')
  for (const said of [
    'minst 5 värden',
    'färre än 5 % av fallen',
    'under 0,05',
    '1 000 omgångar',
    'de 7 kommuner',
  ]) {
    expect(swedish).toContain(said)
  }
  const english = JSON.stringify(methodEn)
  for (const said of [
    'at least 5 values',
    'fewer than 5% of',
    '1,000 rounds',
    '5th to the 95th',
    'at least 95% of',
  ]) {
    expect(english).toContain(said)
  }
})
