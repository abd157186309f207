import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { faultsOfAttendance, type Present, votersOf } from './rules/quorum.ts'
import { faultOfShow } from './rules/show.ts'

const member = (personId: number): Present => ({ personId, capacity: 'member', inPlaceOf: null })
const substitute = (personId: number, inPlaceOf: number | null): Present => ({
  personId,
  capacity: 'substitute',
  inPlaceOf,
})

describe('who has a vote', () => {
  test('is a member, or a substitute in the place of one; not the adjoined, not who is partial', () => {
    const present: Present[] = [
      member(1),
      member(2),
      substitute(10, 3),
      substitute(11, null),
      { personId: 20, capacity: 'adjoined', inPlaceOf: null },
      { personId: null, capacity: 'adjoined', inPlaceOf: null },
    ]
    expect(votersOf(present).map(({ personId }) => personId)).toEqual([1, 2, 10])
    expect(votersOf(present, [2, 10]).map(({ personId }) => personId)).toEqual([1])
  })

  test('is never more than one for each seat: nobody is served twice, nor while there', () => {
    expect(faultsOfAttendance([member(1), substitute(10, 2)])).toBeUndefined()
    expect(faultsOfAttendance([member(1), substitute(10, 1)])).toBe('member-there')
    expect(faultsOfAttendance([substitute(10, 1), substitute(11, 1)])).toBe('served-twice')
  })
})

describe('a show of hands', () => {
  const hands = fc.integer({ min: 0, max: 12 })

  test('stands only when more are for than against, or the tie was broken as the statutes say', () => {
    fc.assert(
      fc.property(
        hands,
        hands,
        hands,
        fc.constantFrom('chair', 'lot', 'falls'),
        (inFavour, against, abstained, tie) => {
          const voters = inFavour + against + abstained
          const fault = (tieBrokenBy: 'chair' | 'lot' | null) =>
            faultOfShow({ inFavour, against, abstained, tieBrokenBy }, voters, tie)
          const stands = [null, 'chair', 'lot'] as const
          const ways = stands.filter((way) => fault(way) === undefined)
          if (inFavour > against) expect(ways).toEqual([null])
          else if (inFavour < against || tie === 'falls') expect(ways).toEqual([])
          else expect(ways).toEqual([tie])
        },
      ),
    )
  })

  test('has no more hands than there are voters', () => {
    const show = { inFavour: 5, against: 3, abstained: 1, tieBrokenBy: null }
    expect(faultOfShow(show, 9, 'chair')).toBeUndefined()
    expect(faultOfShow(show, 8, 'chair')).toBe('show-many')
  })
})
