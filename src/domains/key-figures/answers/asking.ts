import type { Context } from 'hono'
import type { Database } from '#database/tables.ts'
import { type Directory, findOrganisations } from '#domains/members/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { Problem } from '#platform/http/problem.ts'
import { inLanguage } from '#platform/i18n.ts'
import type { KeyFigure } from '../figure.ts'
import { keyFigurePaths } from '../paths.ts'
import { isLarge, loadDirectory, loadLatestKnowledge, loadOrganisations, type Reader } from '../reader.ts'
import { maxListed, readSelection, type Selection, writeSelection } from '../selection.ts'
import type { Voice } from '../sentences.ts'
import { textsOf } from '../texts.ts'

export type KeyFigureContext = Context<AppEnv<Database>>

/** One request, understood: who reads, in what language, and what they chose. */
export interface Asking {
  reader: Reader
  voice: Voice
  /** Everyone; in a large association those that the address names. */
  directory: Directory
  large: boolean
  selection: Selection
  /** What was cut or changed of the choice, in sentences for the reader. */
  notices: string[]
}

/** Understands a request, and knows the organisations of some codes beside those that it names; or throws a {@link Problem} that says what exists. */
export async function understand(c: KeyFigureContext, codes: string[] = []): Promise<Asking> {
  const { db, remember, today, locale, now } = c.var
  const reader = { db, remember, today }
  const voice = { l: locale, t: textsOf(locale) }
  const large = await isLarge(reader)
  const directory = large ? await findNamed(c, reader, codes) : await loadDirectory(reader)
  const { selection, notices } = readSelection(paramsOf(c), directory, voice.t.selection, now)
  return { reader, voice, directory, large, selection, notices }
}

/** The organisations that an address names, by code or by name. */
async function findNamed(c: KeyFigureContext, reader: Reader, codes: string[]): Promise<Directory> {
  const params = paramsOf(c)
  const typed = ['kommun', 'med', 'lista'].flatMap((name) =>
    params
      .getAll(name)
      .flatMap((value) => value.split(','))
      .map((value) => value.trim())
      .filter(Boolean)
      .slice(0, maxListed),
  )
  // Addresses that the program writes hold codes alone.
  const known = await loadOrganisations(reader, [...codes, ...typed])
  if (typed.every((one) => known.byCode.has(one))) return known
  return reader.remember(`named ${codes.join()} ${typed.join()}`, () =>
    findOrganisations(reader.db, { codes, typed }),
  )
}

/**
 * A form sends empty fields and names as typed. One and the same choice has one address, so that it is kept,
 * linked and cited as one: anything else is sent on to it. Null when the address is right already.
 */
export function canonicalRedirect(c: KeyFigureContext, asking: Asking): Response | null {
  const params = paramsOf(c)
  const wanted = new URLSearchParams(writeSelection(asking.selection))
  const asked = [...params].filter(([name]) => name !== 'format')
  const same =
    asked.length === [...wanted].length && asked.every(([name, value]) => wanted.get(name) === value)
  if (same || asking.notices.length > 0) return null
  const format = params.get('format')
  const query = writeSelection(asking.selection)
  return c.redirect(
    `${new URL(c.req.url).pathname}${query}${format ? `${query ? '&' : '?'}format=${encodeURIComponent(format)}` : ''}`,
    302,
  )
}

/** Refuses a year without values by naming those that have some. */
export function checkYear(selection: Selection, years: number[], { t, l }: Voice): void {
  if (selection.year === null || years.includes(selection.year) || years.length === 0) return
  throw new Problem(404, t.selection.noYear(selection.year, l.list(years.map(String))))
}

/** The figure of an address, or a {@link Problem} that lists those there are. */
export function figureOr404(byId: Map<string, KeyFigure>, id: string, { t, l }: Voice): KeyFigure {
  const figure = byId.get(id)
  if (figure) return figure
  throw new Problem(
    404,
    t.selection.noFigure(id.slice(0, 40)),
    [...byId.values()].map(({ id: known, number, name }) => ({
      href: keyFigurePaths.figure(known),
      label: `${number} ${inLanguage(name, l)}`,
    })),
  )
}

/** The instant that a citation made now points at, and the day to print beside it. */
export async function citedInstant({ reader, selection }: Asking): Promise<string> {
  if (selection.per) return selection.per
  return (await loadLatestKnowledge(reader)) ?? reader.today
}

function paramsOf(c: KeyFigureContext): URLSearchParams {
  return new URL(c.req.url).searchParams
}
