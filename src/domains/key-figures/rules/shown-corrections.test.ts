import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shownCorrections } from './shown-corrections.ts'

const code = fc.constantFrom('1382', '1283', '1080', '0180')
const correction = fc.record({ code, year: fc.integer({ min: 2018, max: 2024 }) })
const shown = fc.record({
  chosen: fc.uniqueArray(code),
  group: fc.uniqueArray(code),
  year: fc.option(fc.integer({ min: 2018, max: 2024 })),
})

describe('the corrections of what a page shows', () => {
  test('are told of once, never of somebody or a year that is not shown', () => {
    fc.assert(
      fc.property(fc.array(correction), shown, (all, page) => {
        const { chosen, group } = shownCorrections(all, page)
        const visible = all.filter(
          (one) =>
            (page.year === null || one.year === page.year) &&
            (page.chosen.includes(one.code) || page.group.includes(one.code)),
        )
        expect(chosen.length + group.length).toBe(visible.length)
        expect(new Set([...chosen, ...group])).toEqual(new Set(visible))
        for (const one of chosen) expect(page.chosen).toContain(one.code)
        for (const one of group) expect(page.chosen).not.toContain(one.code)
      }),
    )
  })
})
