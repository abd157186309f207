import { expect, test } from 'vitest'
import { localeOf } from '#platform/i18n.ts'
import type { EffectOfMeasure } from './effect.ts'
import { workedEffect } from './effect-example.ts'
import { effectInShort, effectSentences, yearsInWords } from './effect-words.ts'
import { type Bend, effectOf, type MeasuredEffect } from './rules/effect.ts'
import { textsOf } from './texts.ts'

const voice = { l: localeOf('sv'), t: textsOf(localeOf('sv')) }

/** The worked example of the method page, as if it had bent, and gone before, in a chosen way. */
function measured(changes: Partial<MeasuredEffect>): EffectOfMeasure {
  const effect = effectOf(workedEffect)
  if (effect.kind === 'unknown') throw new Error(effect.why)
  const words = { sv: 'kg/inv', en: 'kg per inhabitant' }
  return {
    figure: {
      id: '7',
      setId: '2023',
      number: '7',
      name: words,
      explanation: words,
      unit: words,
      decimals: 0,
      direction: 'down',
      scope: 'place',
      numerator: null,
      denominator: null,
      producer: words,
      reportedBy: 'national',
      plausible: { min: null, max: null },
      target: null,
      classLimits: null,
      criteria: [],
      sdgs: [],
      replaces: [],
      certainty: 'decided',
      valuesNote: null,
    },
    organisation: {
      code: '1382',
      kind: 'municipality',
      name: 'Falkenberg',
      countyCode: '13',
      countyName: 'Hallands län',
      groupCode: null,
      groupName: null,
      landAreaKm2: null,
      populations: [],
      memberships: [],
      circle: null,
    },
    year: 2019,
    effect: { ...effect, ...changes },
    compared: [],
    leftOut: [],
    breaks: [],
    readings: [],
    meanOfOthers: [],
    madeUp: false,
  }
}
const said = (bend: Bend, earlier: Bend | null) => effectSentences(measured({ bend, earlier }), voice)

test('a curve is said to have bent only when it did not go its own way already before', () => {
  expect(said('right', 'unclear')).toMatch(
    /^Kurvan böjde av åt rätt håll\. .* Åren före åtgärden följde den de andras\.$/,
  )
  expect(said('right', null)).toMatch(/^Kurvan böjde av åt rätt håll\. .*för få värden för att se/)
  expect(said('right', 'wrong')).toMatch(/^Kurvan böjde av åt rätt håll\. .*gick den sämre än de andras\.$/)
  expect(said('right', 'right')).toMatch(/^Kurvan gick bättre än de andras, men det gjorde den redan/)
  expect(said('wrong', 'wrong')).toMatch(/^Kurvan gick sämre än de andras, men det gjorde den redan/)
})

test('no effect, and a bad one, are said as plainly as a good one', () => {
  expect(said('unclear', null)).toMatch(
    /^Kurvan gick inte att skilja från de andras\. .*bättre än 9 av 9 liknande\.$/,
  )
  expect(said('wrong', 'unclear')).toMatch(/^Kurvan böjde av åt fel håll\./)
  expect(effectInShort(measured({ bend: 'wrong', good: false, earlier: null }), voice)).toBe(
    'Efter 2019 böjde kurvan av åt fel håll, sämre än 9 av 9 liknande.',
  )
})

test('tenths are said of ten or more, rounded down', () => {
  const place = { better: 19, of: 20, tenths: 9 }
  expect(effectInShort(measured({ place, earlier: null }), voice)).toContain('bättre än 9 av 10 liknande')
})

test('years are a span where none is missing', () => {
  expect(yearsInWords([2016, 2017, 2018], voice)).toBe('2016–2018')
  expect(yearsInWords([2016, 2018], voice)).toBe('2016 och 2018')
  expect(yearsInWords([2017, 2018], voice)).toBe('2017 och 2018')
})
