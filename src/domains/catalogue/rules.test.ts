import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { demandsOf, type Meaning, type Touch, touchedBy } from './rules/changes.ts'
import { newFigureId, ownFigureId, versionId } from './rules/ids.ts'
import { moved, ownLimits, type PartyMove, type PartyState, partyMoves, refusalOf } from './rules/own.ts'

describe('the id of a key figure', () => {
  test('tells the figure and the set of its version', () => {
    expect(versionId('7', '2027', new Set())).toBe('7-2027')
    expect(versionId('10-2023', '2027', new Set())).toBe('10-2027')
    expect(versionId('7', '2027', new Set(['7-2027']))).toBe('7-2027-2')
    expect(newFigureId('13', 'Buller', '2027', new Set())).toBe('13-2027')
    expect(newFigureId('', 'Buller vid skolor', '2027', new Set())).toBe('buller-vid-skolor-2027')
    expect(ownFigureId('1382', 'Solceller på skolor', new Set())).toBe('egen-1382-solceller-pa-skolor')
  })

  test('is fit for an address and nobody else’s, whatever it is called', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.integer({ min: 1, max: 30 }),
        (name, count) => {
          const taken = new Set<string>()
          for (let i = 0; i < count; i += 1) {
            const id = ownFigureId('1382', name, taken)
            expect(id).toMatch(/^[a-z0-9-]{1,40}$/)
            expect(taken.has(id)).toBe(false)
            taken.add(id)
          }
        },
      ),
    )
  })
})

const moves = Object.keys(partyMoves).filter((move): move is PartyMove => move in partyMoves)

describe('who follows an own key figure', () => {
  test('has been asked and said yes, and the owner always does', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...moves), { maxLength: 30 }), (tried) => {
        let guest: PartyState = 'invited'
        let owner: PartyState = 'joined'
        let saidYes = false
        for (const move of tried) {
          const next = moved(guest, move, false)
          if (next === 'joined') saidYes = true
          guest = next ?? guest
          owner = moved(owner, move, true) ?? owner
          if (guest === 'joined') expect(saidYes).toBe(true)
        }
        expect(owner).toBe('joined')
      }),
    )
  })

  test('can always say no or leave, and come back', () => {
    expect(moved('invited', 'decline', false)).toBe('declined')
    expect(moved('joined', 'leave', false)).toBe('left')
    expect(moved('left', 'accept', false)).toBe('joined')
    expect(moved('declined', 'accept', false)).toBe('joined')
    expect(moved('joined', 'decline', false)).toBeNull()
  })

  test('keeps no more figures than anyone can follow', () => {
    expect(refusalOf({ inUse: 0, ever: 0 })).toBeNull()
    expect(refusalOf({ inUse: ownLimits.inUse, ever: ownLimits.inUse })).toBe('too-many')
    expect(refusalOf({ inUse: 0, ever: ownLimits.ever })).toBe('too-many-ever')
  })
})

const meaning: Meaning = {
  unitSv: 'kg/inv',
  unitEn: 'kg per inhabitant',
  direction: 'down',
  scope: 'place',
  numeratorSv: 'kg avfall',
  numeratorEn: 'kg of waste',
  denominatorSv: 'invånare',
  denominatorEn: 'inhabitants',
  explanationSv: 'Avfall från hushåll.',
  explanationEn: 'Waste of households.',
}

describe('a change of a key figure', () => {
  test.for([
    [{ unitSv: 'ton/inv' }, ['unit']],
    [{ direction: 'up' }, ['direction']],
    [{ denominatorSv: 'hushåll', explanationSv: 'Avfall.' }, ['definition', 'words']],
    [{ numeratorSv: null, numeratorEn: null }, ['definition']],
    [{}, []],
  ] as const)('of %j touches %j', ([change, touched]) => {
    expect(touchedBy(meaning, { ...meaning, ...change })).toEqual(touched)
  })

  test('is free as long as there are no values', () => {
    const none = { values: 0, withBreak: false, sameMeaning: false }
    expect(demandsOf(['unit', 'direction', 'definition', 'words'], none)).toEqual([])
  })

  test('of a definition needs a break or a new version, of words somebody who vouches for the meaning', () => {
    const some = { values: 98, withBreak: false, sameMeaning: false }
    expect(demandsOf(['definition'], some)).toEqual(['break-or-version'])
    expect(demandsOf(['definition', 'words'], { ...some, withBreak: true })).toEqual([])
    expect(demandsOf(['words'], some)).toEqual(['same-meaning'])
    expect(demandsOf(['words'], { ...some, sameMeaning: true })).toEqual([])
  })

  test('of unit or direction is never let through once there are values', () => {
    const touches = fc.subarray<Touch>(['unit', 'direction', 'definition', 'words'])
    fc.assert(
      fc.property(
        touches,
        fc.integer({ min: 1 }),
        fc.boolean(),
        fc.boolean(),
        (touched, values, withBreak, sameMeaning) => {
          const demands = demandsOf(touched, { values, withBreak, sameMeaning })
          const hard = touched.includes('unit') || touched.includes('direction')
          expect(demands.includes('new-version')).toBe(hard)
          if (touched.length === 0) expect(demands).toEqual([])
        },
      ),
    )
  })
})
