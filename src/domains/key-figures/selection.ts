import { type Directory, type Organisation, searchOrganisations } from '#domains/members/index.ts'
import { zone } from '#platform/days.ts'
import { Problem } from '#platform/http/problem.ts'
import type { SelectionTexts } from './texts.sv.ts'

export const groupKinds = ['medlemmar', 'sverige', 'lan', 'skr', 'liknande', 'egen'] as const
export type GroupKind = (typeof groupKinds)[number]

export const viewKinds = ['utveckling', 'rangordning', 'spridning', 'karta', 'tabell'] as const
export type ViewKind = (typeof viewKinds)[number]

/** What a person has chosen to see. Lives in the address, so that a page can be linked, cited and gone back to. */
export interface Selection {
  /** My organisation: highlighted, and carried along from page to page. */
  mine: string | null
  /** More organisations to highlight. */
  with: string[]
  /** Whom to compare with; null leaves the choice to the page. */
  group: GroupKind | null
  /** The own group, when `group` is `egen`. */
  list: string[]
  year: number | null
  /** First year of the period that the trend is judged over. */
  since: number | null
  view: ViewKind
  wholeRanking: boolean
  /** From which place on a long ranking is shown; null begins where mine stands. */
  place: number | null
  /** As typed: a day, or an instant from a citation. */
  per: string | null
  /** The chosen figures of a side-by-side comparison. */
  figures: string[]
}

export const maxHighlighted = 6
export const maxListed = 60
export const maxFigures = 12

/** Reads a selection from an address. Throws {@link Problem} for what does not exist; tells in `notices` what was cut. */
export function readSelection(
  params: URLSearchParams,
  directory: Directory,
  texts: SelectionTexts,
  now: Date,
): { selection: Selection; notices: string[] } {
  const notices: string[] = []
  const organisations = (name: string, max: number) => {
    const asked = listed(params, name)
    if (asked.length > max) notices.push(texts.listCut(asked.length, max))
    return [...new Set(asked.slice(0, max).map((text) => resolve(text, directory, texts).code))]
  }
  const mine = organisations('kommun', 1)[0] ?? null
  const figures = listed(params, 'nyckeltal')
  if (figures.length > maxFigures) notices.push(texts.figuresCut(figures.length, maxFigures))
  const selection: Selection = {
    mine,
    with: organisations('med', maxHighlighted).filter((code) => code !== mine),
    group: oneOf(params, 'grupp', groupKinds, texts),
    list: organisations('lista', maxListed),
    year: wholeYear(params, 'ar', texts),
    since: wholeYear(params, 'fran', texts),
    view: oneOf(params, 'vy', viewKinds, texts) ?? 'utveckling',
    wholeRanking: params.get('alla') === '1',
    place: wholePlace(params, texts),
    per: checkedPer(params.get('per')?.trim() ?? '', texts, now),
    figures: [...new Set(figures.slice(0, maxFigures))],
  }
  return { selection, notices }
}

/** Writes a selection as a query string with `?`, always in the same order and without what is default. */
export function writeSelection(selection: Selection): string {
  const params: [string, string | number | null][] = [
    ['kommun', selection.mine],
    ['med', selection.with.join(',')],
    ['nyckeltal', selection.figures.join(',')],
    ['grupp', selection.group],
    ['lista', selection.list.join(',')],
    ['ar', selection.year],
    ['fran', selection.since],
    ['vy', selection.view === 'utveckling' ? null : selection.view],
    ['alla', selection.wholeRanking ? 1 : null],
    ['plats', selection.place],
    ['per', selection.per],
  ]
  const written = params.filter(([, value]) => value !== null && value !== '')
  const text = written.map(
    ([name, value]) => `${name}=${encodeURIComponent(value ?? '').replaceAll('%2C', ',')}`,
  )
  return text.length > 0 ? `?${text.join('&').replaceAll('%3A', ':')}` : ''
}

export const emptySelection: Selection = {
  mine: null,
  with: [],
  group: null,
  list: [],
  year: null,
  since: null,
  view: 'utveckling',
  wholeRanking: false,
  place: null,
  per: null,
  figures: [],
}

/** The day in Stockholm of "as known on": of a day itself, or of an instant. */
export function knownDay(per: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(per)) return per
  return Temporal.Instant.from(new Date(per).toISOString()).toZonedDateTimeISO(zone).toPlainDate().toString()
}

/** The instant (ISO 8601) of "as known on": a day counts to its end in Stockholm. Null means now. */
export function knownAt(per: string | null): string | null {
  if (per === null) return null
  if (!/^\d{4}-\d\d-\d\d$/.test(per)) return new Date(per).toISOString()
  const nextDay = Temporal.PlainDate.from(per).add({ days: 1 }).toZonedDateTime(zone)
  return new Date(nextDay.epochMilliseconds - 1).toISOString()
}

function listed(params: URLSearchParams, name: string): string[] {
  return params
    .getAll(name)
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter(Boolean)
}

function resolve(typed: string, directory: Directory, texts: SelectionTexts): Organisation {
  const known = directory.byCode.get(typed)
  if (known) return known
  const found = searchOrganisations(directory, typed)
  const [first] = found
  if (first && found.length === 1) return first
  throw new Problem(
    404,
    found.length > 1 ? texts.manyOrganisations(shortened(typed)) : texts.noOrganisation(shortened(typed)),
    found.slice(0, 12).map(({ code, name }) => ({ href: `/kommuner/${code}`, label: name })),
  )
}

function oneOf<T extends string>(
  params: URLSearchParams,
  name: string,
  known: readonly T[],
  texts: SelectionTexts,
): T | null {
  const asked = params.get(name)?.trim()
  if (!asked) return null
  const found = known.find((one) => one === asked)
  if (!found) throw new Problem(400, texts.unknownChoice(name, shortened(asked), [...known]))
  return found
}

function wholeYear(params: URLSearchParams, name: string, texts: SelectionTexts): number | null {
  const asked = params.get(name)?.trim()
  if (!asked) return null
  if (!/^(19|20|21)\d\d$/.test(asked)) throw new Problem(400, texts.notAYear(shortened(asked)))
  return Number(asked)
}

function wholePlace(params: URLSearchParams, texts: SelectionTexts): number | null {
  const asked = params.get('plats')?.trim()
  if (!asked) return null
  if (!/^[1-9]\d{0,8}$/.test(asked)) throw new Problem(400, texts.notAPlace(shortened(asked)))
  return Number(asked)
}

function checkedPer(asked: string, texts: SelectionTexts, now: Date): string | null {
  if (!asked) return null
  const well = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,6})?)?Z)?$/.test(asked)
  const time = well ? Date.parse(asked) : Number.NaN
  const real = !Number.isNaN(time) && new Date(time).toISOString().startsWith(asked.slice(0, 10))
  if (!real) throw new Problem(400, texts.notADay(shortened(asked)))
  const lastDay = Temporal.Instant.from(now.toISOString()).toZonedDateTimeISO(zone).toPlainDate()
  if (asked.slice(0, 10) > lastDay.toString() || (asked.length > 10 && time > now.getTime())) {
    throw new Problem(400, texts.dayToCome(asked))
  }
  return asked
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
