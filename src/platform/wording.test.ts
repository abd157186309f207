import { expect, test } from 'vitest'
import { createWording } from './wording.ts'

const say = createWording({ region: 'county', Sweden: 'Wisconsin', 'Statistics Sweden': 'the Census Bureau' })

test('whole words are put in, the longest first, with a capital where there was one', () => {
  expect(say('Region or regional? A region of Sweden.')).toBe('County or regional? A county of Wisconsin.')
  expect(say('By Statistics Sweden.')).toBe('By the Census Bureau.')
})

test('a text with places keeps what it is filled with', () => {
  const texts = say({
    found: (name: string, count: number) => `${name} in the region: ${count}`,
    all: ['region'],
  })
  expect(texts.found('Region Sweden', 2)).toBe('Region Sweden in the county: 2')
  expect(texts.all).toEqual(['county'])
})

test('an association without a wording has the texts as they stand', () => {
  const texts = { one: 'A region' }
  expect(createWording({})(texts)).toBe(texts)
})
