import {
  counted,
  type KeyFigure,
  listFigures,
  loadFigureData,
  type Reader,
} from '#domains/key-figures/index.ts'
import { listSources, type Organisation } from '#domains/members/index.ts'
import { inLanguage, type Locale } from '#platform/i18n.ts'
import type { Form } from './form.ts'
import { figuresOf } from './reference.ts'
import type { Facts, Given, SignOff } from './rules.ts'

/** What the forms are filled from, and the key figures that they ask for, by id. */
export interface Loaded {
  facts: Facts
  figures: Map<string, KeyFigure>
}

/** Emissions are known a year or two late; what is older than this many years says nothing of the year. */
const furthestBack = 3

/**
 * Reads what a member's forms are filled from: what its report says, and where the report says nothing the latest
 * published value of the year or shortly before.
 */
export async function loadFacts(
  reader: Reader,
  l: Locale,
  { organisation, year, signOff }: { organisation: Organisation; year: number; signOff: SignOff },
  forms: Form[],
): Promise<Loaded> {
  const wanted = [...new Set(forms.flatMap(({ rows }) => rows.flatMap(figuresOf)))]
  const [figures, sources] = await Promise.all([listFigures(reader.db, reader.today), listSources(reader.db)])
  const titles = new Map(
    sources.map(({ id, publisher, title }) => [id, `${publisher}: ${inLanguage(title, l)}`]),
  )
  const given = await Promise.all(
    wanted.map(async (id) => {
      const reported = reportedIn(signOff, id, year)
      return [id, reported ?? (await publishedOf(reader, organisation.code, id, year, titles))] as const
    }),
  )
  return {
    facts: {
      code: organisation.code,
      name: organisation.name,
      kind: organisation.kind,
      year,
      inhabitantsIn: (wantedYear) =>
        organisation.populations.find((population) => population.year === wantedYear)?.inhabitants ?? null,
      given: new Map(given.flatMap(([id, value]) => (value ? [[id, value] as const] : []))),
    },
    figures: new Map(figures.map((figure) => [figure.id, figure])),
  }
}

function reportedIn(signOff: SignOff, figureId: string, year: number): Given | null {
  const answer = signOff.answers.find((one) => one.figureId === figureId)
  if (!answer || answer.value === null) return null
  return {
    figureId,
    value: answer.value,
    numerator: answer.numerator,
    denominator: answer.denominator,
    year,
    origin: 'report',
    source: '',
    reportedBy: answer.by,
    reportedOn: answer.on,
    approvedBy: signOff.approvedBy,
    approvedOn: signOff.approvedOn,
    comment: answer.comment,
    madeUp: signOff.madeUp,
  }
}

async function publishedOf(
  reader: Reader,
  code: string,
  figureId: string,
  year: number,
  titles: Map<string, string>,
): Promise<Given | null> {
  const { byCode } = await loadFigureData(reader, figureId, null, [code])
  const reading = counted(byCode.get(code)).findLast(
    (one) => one.year <= year && one.year >= year - furthestBack,
  )
  if (!reading) return null
  return {
    figureId,
    value: reading.value,
    numerator: null,
    denominator: null,
    year: reading.year,
    origin: 'published',
    source: titles.get(reading.sourceId) ?? reading.sourceId,
    reportedBy: reading.reportedBy,
    reportedOn: null,
    approvedBy: null,
    approvedOn: null,
    comment: reading.comment,
    madeUp: reading.basis === 'made-up',
  }
}
