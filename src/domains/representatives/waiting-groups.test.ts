import { expect, test } from 'vitest'
import { groupWaiting } from './waiting-groups.ts'

test('what waits is sorted by how urgent it is; what is late comes first', () => {
  const item = (text: string, due?: string) => ({ text, href: '/', ...(due ? { due } : {}) })
  const groups = groupWaiting(
    [
      item('when there is time'),
      item('in a month', '2026-12-24'),
      item('today', '2026-11-23'),
      item('yesterday', '2026-11-22'),
      item('in two weeks', '2026-12-07'),
    ],
    '2026-11-23',
  )
  expect(groups.map(({ urgency, items }) => [urgency, items.map(({ text }) => text)])).toEqual([
    ['late', ['yesterday']],
    ['soon', ['today', 'in two weeks']],
    ['later', ['in a month']],
    ['undated', ['when there is time']],
  ])
})
