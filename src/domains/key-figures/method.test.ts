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
    'de 3 åren före',
    'Minst 2 av åren',
    'de 20 mest lika',
    'färre än 9 säger',
    'högst 10 % av alla platser',
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
    'the 3 years before',
    'the 20 most alike',
    'at most 10% of all places',
  ]) {
    expect(english).toContain(said)
  }
})

test('the worked example of the bent curve is reckoned by the program itself', () => {
  const swedish = JSON.stringify(methodSv).replaceAll(/[\u00a0\u2009]/g, ' ')
  expect(swedish).toContain('från 4,0 till 3,4, alltså −0,6')
  expect(swedish).toContain('från 4,2 till 4,0, alltså −0,2')
  expect(swedish).toContain('−0,6 − (−0,2) = −0,4')
  expect(swedish).toContain('lyckas bäst −0,29')
  expect(swedish).toContain('bättre än 9 av 9, och sannolikheten för en så bra plats är 1 på 10, eller 10 %')
  expect(JSON.stringify(methodEn)).toContain('−0.6 − (−0.2) = −0.4')
})
