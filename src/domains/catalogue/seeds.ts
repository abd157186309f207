import type { Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { ownSource, publishReadings } from '#domains/key-figures/index.ts'
import { saveDecision } from './decision-queries.ts'
import { insertOwnFigure, type OwnWords, saveParty } from './own-queries.ts'
import type { PartyState } from './rules/own.ts'
import { insertSet, listCandidates, saveCarried } from './set-queries.ts'

const reportedAt = new Date('2026-03-02T09:00:00Z')
const firstYear = 2019

/** A figure of a member's own, as the demonstration has it. */
interface Demonstrated extends OwnWords {
  id: string
  /** Who keeps it. */
  code: string
  name: string
  guests: Record<string, PartyState>
  /** By organisation, from the first year on. */
  values: Record<string, number[]>
}

/** A member's own figure with a guest who has not answered yet, and one that a group of three follows. All made up. */
const figures: Demonstrated[] = [
  {
    id: 'egen-1080-cyklar-vid-skolor',
    code: '1080',
    name: 'Karlskrona',
    nameSv: 'Cykelparkeringar med tak vid skolor',
    nameEn: 'Sheltered bicycle parking at schools',
    explanationSv:
      'Antal cykelplatser med tak vid kommunens grundskolor, per hundra elever. Räknas på plats i september. Fler cyklar om cykeln står torrt.',
    explanationEn:
      'Sheltered bicycle places at the municipality’s schools, per hundred pupils. Counted on site in September. More people cycle when the bicycle stays dry.',
    unitSv: 'platser per 100 elever',
    unitEn: 'places per 100 pupils',
    decimals: 0,
    direction: 'up',
    scope: 'organisation',
    criteria: [1, 3],
    guests: { '1382': 'invited' },
    values: { '1080': [6, 8, 11, 11, 15, 19, 22] },
  },
  {
    id: 'egen-1382-matsvinn-i-skolrestaurangen',
    code: '1382',
    name: 'Falkenberg',
    nameSv: 'Matsvinn i skolrestaurangen',
    nameEn: 'Food waste in school restaurants',
    explanationSv:
      'Mat som slängs från tallrikar och serveringsbord i grundskolans restauranger, i gram per ätande. Vägs under två veckor på hösten. Lägre är bättre.',
    explanationEn:
      'Food thrown away from plates and serving tables in school restaurants, in grams for each eater. Weighed for two weeks in autumn. Lower is better.',
    unitSv: 'g/ätande',
    unitEn: 'g per eater',
    decimals: 0,
    direction: 'down',
    scope: 'organisation',
    criteria: [2, 3],
    guests: { '1283': 'joined', '1490': 'joined' },
    values: {
      '1382': [58, 55, 49, 47, 44, 41, 38],
      '1283': [66, 61, 62, 57, 52, 50, 47],
      '1490': [52, 54, 51, 50, 48, 49, 46],
    },
  },
]

const names: Record<string, string> = {
  '1080': 'Karlskrona',
  '1382': 'Falkenberg',
  '1283': 'Helsingborg',
  '1490': 'Borås',
}

/** Own key figures of the demonstration's members, with the values that their followers reported. */
export async function demonstrateOwnFigures(trx: Transaction<Database>): Promise<void> {
  for (const { guests, values: _, ...figure } of figures) {
    await insertOwnFigure(trx, { ...figure, createdBy: null, madeUp: true })
    for (const [code, state] of Object.entries(guests)) await saveParty(trx, figure.id, code, state, null)
  }
  const readings = figures.flatMap(({ id, values }) =>
    Object.entries(values).flatMap(([code, series]) =>
      series.map((value, index) => ({
        figureId: id,
        code,
        year: firstYear + index,
        value,
        missing: null,
        comment: '',
        reason: '',
        reportedBy: names[code] ?? '',
      })),
    ),
  )
  await publishReadings(trx, readings, { now: reportedAt, madeUp: true, source: ownSource })
}

/** A set that the board proposes and nobody follows yet. Made up. */
export async function demonstratePreparedSet(trx: Transaction<Database>): Promise<void> {
  const decisionId = await saveDecision(trx, {
    meeting: 'Styrelsen',
    decidedOn: '2026-11-12',
    paragraph: '71',
    link: '',
    madeUp: true,
  })
  await insertSet(trx, '2027', {
    nameSv: 'Nyckeltalen från 2027 (förslag)',
    nameEn: 'The key figures from 2027 (proposal)',
    decisionSv: 'Styrelsen föreslår årsmötet en ny uppsättning av nyckeltal.',
    decisionEn: 'The board proposes a new set of key figures to the annual meeting.',
    decidedOn: '2026-11-12',
    currentFrom: null,
    decisionId,
  })
  const left = new Set(['1a', '1b', '10a', '10b', '12'])
  const carried = (await listCandidates(trx, '2027')).filter(
    ({ id, setId }) => (setId === '2012' && !left.has(id)) || setId === '2023',
  )
  await saveCarried(trx, '2027', carried)
}
