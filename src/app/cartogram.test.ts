import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { computeCartogram } from './cartogram.ts'

const circle = z.object({
  code: z.string(),
  x: z.coerce.number(),
  y: z.coerce.number(),
  radius: z.coerce.number(),
})
const circles = z
  .array(circle)
  .parse(parse(await readFile('reference/cartogram.csv', 'utf8'), { columns: true }))
const municipalities = circles.filter(({ code }) => !code.startsWith('00'))
const regions = circles.filter(({ code }) => code.startsWith('00'))
const circleOf = (code: string) =>
  circles.find((each) => each.code === code) ?? expect.fail(`no circle ${code}`)

test('the map is the one that the facts give; run npm run cartogram after a change of them', async () => {
  expect(await computeCartogram()).toBe(await readFile('reference/cartogram.csv', 'utf8'))
})

test('every municipality and region has a circle that is large enough to hit', () => {
  expect(municipalities).toHaveLength(290)
  expect(regions).toHaveLength(21)
  expect(Math.min(...circles.map(({ radius }) => radius))).toBeGreaterThanOrEqual(4)
})

test.each([
  ['municipalities', municipalities],
  ['regions', regions],
])('no two circles of %s cover each other', (_, group) => {
  const overlaps = group.flatMap((a, index) =>
    group.slice(index + 1).filter((b) => Math.hypot(a.x - b.x, a.y - b.y) < a.radius + b.radius - 0.5),
  )
  expect(overlaps).toEqual([])
})

test('north is up, and neighbours stay on their sides', () => {
  expect(circleOf('2584').y).toBeLessThan(circleOf('0180').y)
  expect(circleOf('0180').y).toBeLessThan(circleOf('1280').y)
  expect(circleOf('1480').x).toBeLessThan(circleOf('0180').x)
  expect(circleOf('0980').x).toBeGreaterThan(circleOf('0880').x)
  expect(circleOf('0025').y).toBeLessThan(circleOf('0012').y)
})

test('the area grows with the population', () => {
  expect(circleOf('0180').radius).toBeGreaterThan(circleOf('1480').radius)
  expect(circleOf('1480').radius).toBeGreaterThan(circleOf('1382').radius)
})
