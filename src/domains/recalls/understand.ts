import type { Kysely } from 'kysely'
import type { Database } from '#database/tables.ts'
import {
  type Extent,
  figureTitle,
  keyFigurePaths,
  knownAt,
  listFigures,
  readSelection,
  type Selection,
  textsOf as textsOfFigures,
  type Use,
  type ValueScope,
  writeSelection,
} from '#domains/key-figures/index.ts'
import { organisationDirectory, organisationPaths } from '#domains/members/index.ts'
import { Problem } from '#platform/http/problem.ts'
import type { Remember } from '#platform/http/remember.ts'
import type { Locale } from '#platform/i18n.ts'
import { fittingExtent, type Subject, scopesOf } from './rules/scopes.ts'
import { textsOf } from './texts.ts'

/** What a page that can be followed shows. */
export interface SeenPage extends Subject {
  path: string
  /** Path and query, without language. */
  address: string
  selection: Selection
  /** The instant that a citation of it points at; null when none is known. */
  cited: string | null
  /** What it is about, in words. */
  title: string
  names: string[]
}

interface Reading {
  db: Kysely<Database>
  remember: Remember
  locale: Locale
  now: Date
}

/**
 * Understands the address of a key figure, a profile or a comparison, on this site and without language. Throws a
 * {@link Problem} for anything else.
 */
export async function readPage(
  { db, remember, locale: l, now }: Reading,
  address: string,
  per = '',
): Promise<SeenPage> {
  const url = URL.parse(address, 'https://own.invalid')
  const broken = () => new Problem(404, textsOf(l).ask.unknownPage, followable(l))
  if (url?.origin !== 'https://own.invalid') throw broken()
  const [directory, figures] = await Promise.all([organisationDirectory(db, remember), listFigures(db)])
  const texts = textsOfFigures(l).selection
  const { selection } = readSelection(url.searchParams, directory, texts, now)
  const cited = readSelection(new URLSearchParams({ per }), directory, texts, now).selection.per
  const path = url.pathname.replace(/^\/embed(?=\/)/, '')
  const chosen = [...(selection.mine ? [selection.mine] : []), ...selection.with]
  const seen = (codes: string[], ids: string[] | null, title: string): SeenPage => ({
    path,
    address: path + url.search,
    selection,
    cited: selection.per ?? cited,
    figures: ids,
    codes,
    year: selection.year,
    title,
    names: codes.map((code) => directory.byCode.get(code)?.name ?? code),
  })
  const figure = figures.find(({ id }) => keyFigurePaths.figure(id) === path)
  if (figure) return seen(chosen, [figure.id], figureTitle(figure, l))
  const organisation = directory.all.find(({ code }) => organisationPaths.profile(code) === path)
  if (organisation) return seen([organisation.code], null, organisation.name)
  const compared = figures.filter(({ id }) => selection.figures.includes(id))
  if (path === keyFigurePaths.compare && compared.length > 0 && chosen.length > 0) {
    return seen(
      chosen,
      compared.map(({ id }) => id),
      l.list(compared.map((one) => figureTitle(one, l))),
    )
  }
  throw broken()
}

function followable(l: Locale) {
  return [
    { href: keyFigurePaths.list, label: textsOfFigures(l).catalogue.title },
    { href: organisationPaths.list, label: textsOfFigures(l).organisations.title },
  ]
}

/** What somebody wants to follow, ready to be written down. */
export interface Wanted {
  kind: Use
  extent: Extent
  address: string
  seenAt: Date | string
  scopes: Required<ValueScope>[]
}

/** A citation keeps the instant that it was made at; whatever else keeps only what was chosen. */
export function wantedOf(seen: SeenPage, asked: { kind: Use; extent: Extent }, now: Date): Wanted {
  const { kind } = asked
  const extent = fittingExtent(seen, asked.extent)
  const { selection } = seen
  const kept: Selection = {
    ...selection,
    year: kind === 'cited' || extent.endsWith('-year') ? selection.year : null,
    per: kind === 'cited' ? seen.cited : selection.per,
  }
  return {
    kind,
    extent,
    address: seen.path + writeSelection(kept),
    seenAt: knownAt(kept.per) ?? now,
    scopes: scopesOf(seen, extent),
  }
}
