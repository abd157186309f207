import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createMemory } from '#platform/http/remember.ts'
import { localeOf } from '#platform/i18n.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { effectOfMeasure, type MeasureAsked } from './effect.ts'
import { effectChartOf } from './effect-chart.ts'
import { effectInShort, effectSentences } from './effect-words.ts'
import { counted } from './figure.ts'
import { loadFigureData } from './load-view.ts'
import type { Reader } from './reader.ts'
import { textsOf } from './texts.ts'

let database: TestDatabase
let reader: Reader
beforeAll(async () => {
  database = await loadedDatabase()
  reader = { db: database.db, remember: createMemory(100_000)('1'), today: '2026-11-26' }
})
afterAll(() => database.drop())

const swedish = { l: localeOf('sv'), t: textsOf(localeOf('sv')) }
const english = { l: localeOf('en'), t: textsOf(localeOf('en')) }

async function effectOf(asked: Partial<MeasureAsked>) {
  const measured = await effectOfMeasure(reader, {
    figureId: '1b',
    code: '1382',
    year: 2022,
    alsoDidIt: [],
    ...asked,
  })
  if (!measured) throw new Error('Neither figure nor organisation is known')
  return measured
}

describe('the effect of a measure', () => {
  test('is reckoned on the published values of mine and of the twenty most alike', async () => {
    const { effect, compared } = await effectOf({})
    if (effect.kind !== 'measured') throw new Error(effect.why)
    const { byCode } = await loadFigureData(reader, '1b', null, [])
    const change = (code: string) => {
      const values = counted(byCode.get(code))
      const sum = (years: number[]) =>
        values.reduce((total, { year, value }) => total + (years.includes(year) ? value : 0), 0)
      return (sum([2023, 2024]) - sum([2020, 2021])) / 2
    }
    const others = compared.map(({ code }) => change(code))
    expect(compared).toHaveLength(20)
    const expected = change('1382') - others.reduce((sum, one) => sum + one, 0) / 20
    expect(effect.effect).toBeCloseTo(expected, 10)
  })

  test('leaves out those that did it too, and says who they are', async () => {
    const { compared } = await effectOf({})
    const first = compared[0]?.code ?? ''
    const without = await effectOf({ alsoDidIt: [first] })
    expect(without.compared.map(({ code }) => code)).not.toContain(first)
    expect(without.compared).toHaveLength(20)
    expect(without.leftOut.map(({ code }) => code)).toEqual([first])
  })

  test('is told in one voice: what moved, by how much, and better or worse than how many', async () => {
    const measured = await effectOf({})
    const text = effectSentences(measured, swedish)
    expect(text).toMatch(/^Kurvan /)
    expect(text).toMatch(
      /Från 2020 och 2021 till 2023 och 2024 ändrades medlet för Falkenberg med .* för de 20 liknande/,
    )
    expect(text).toMatch(/(bättre|sämre) än \d+ av 10 liknande\./)
    expect(text).not.toMatch(/tack vare|på grund av|ledde till|orsak/)
    expect(effectInShort(measured, swedish)).toMatch(/^Efter 2022 .*(bättre|sämre) än \d+ av 10 liknande\.$/)
    expect(effectSentences(measured, english)).toMatch(/(better|worse) than \d+ of 10 similar ones/)
  })

  test('is drawn with both windows and the year marked, mine and the mean of the others', async () => {
    const chart = effectChartOf(await effectOf({}), swedish)
    expect(chart?.spans?.map(({ from, to, label }) => [label, from, to])).toEqual([
      ['före', 2020, 2021],
      ['efter', 2023, 2024],
    ])
    expect(chart?.moments).toEqual([{ x: 2022, label: '2022' }])
    expect(chart?.series.map(({ label }) => label)).toEqual(['Medel för 20 liknande', 'Falkenberg'])
    expect(chart?.notice).toBeUndefined()
  })

  test('carries a mark when values are made up', async () => {
    const measured = await effectOf({ figureId: '7', year: 2018 })
    expect(measured.madeUp).toBe(true)
    expect(effectChartOf(measured, swedish)?.notice).toBe('Innehåller påhittade värden')
    expect((await effectOf({})).madeUp).toBe(false)
  })

  test('is not reckoned before there are values after, nor where there are none at all', async () => {
    const early = await effectOf({ year: 2024 })
    expect(effectSentences(early, swedish)).toMatch(/^Det är för tidigt att säga\./)
    expect(effectChartOf(early, swedish)).toBeNull()
    expect(effectInShort(early, swedish)).toBeNull()
    const region = await effectOf({ code: '0003' })
    expect(effectSentences(region, swedish)).toBe(
      'Region Uppsala har inga värden i nyckeltalet, så vi kan inte säga något.',
    )
  })

  test('looks across no break of method', async () => {
    const cut = await effectOf({ figureId: 'utslapp-med-utrikes', year: 2022 })
    expect(effectSentences(cut, swedish)).toMatch(/^Mätmetoden ändrades 2023, just när åtgärden gjordes\./)
  })

  test('is null for a figure or an organisation that is not known', async () => {
    const asked = { figureId: '1b', code: '1382', year: 2015, alsoDidIt: [] }
    expect(await effectOfMeasure(reader, { ...asked, figureId: 'finns-inte' })).toBeNull()
    expect(await effectOfMeasure(reader, { ...asked, code: 'SEKOM' })).toBeNull()
  })
})
