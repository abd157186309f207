import {
  canonicalRedirect,
  citedInstant,
  emptySelection,
  type KeyFigureContext,
  knownDay,
  type Selection,
  sourceTitlesOf,
  understand,
  writeSelection,
} from '#domains/key-figures/index.ts'
import type { Directory } from '#domains/members/index.ts'
import { zone } from '#platform/days.ts'
import { Problem } from '#platform/http/problem.ts'
import type { Frame } from './member-words.ts'
import type { ReportPageProps } from './pages/report.tsx'
import { type Writer, writerOf } from './words.ts'

/** A request for a report, understood. */
export interface Asked {
  writer: Writer
  directory: Directory
  /** Group and day of knowledge; nothing else is chosen in a report. */
  selection: Selection
  frame: Frame
  /** The day of the facts, `YYYY-MM-DD`. */
  day: string
  /** The query that gives this very report for ever. */
  citedQuery: string
}

/** Understands a request for a report; a response when its address is not the one of what it asks for. */
export async function askedFor(c: KeyFigureContext): Promise<Asked | Response> {
  const asking = await understand(c)
  const { group, list, per } = asking.selection
  const selection = { ...emptySelection, group, list, per }
  const elsewhere = canonicalRedirect(c, { ...asking, selection })
  if (elsewhere) return elsewhere
  const cited = per ?? laterOf(await citedInstant({ ...asking, selection }), startOf(c.var.today))
  const day = knownDay(cited)
  const writer = writerOf(c.var.locale)
  return {
    writer,
    directory: asking.directory,
    selection,
    day,
    frame: { knownOn: writer.l.date(day), sourceTitles: await sourceTitlesOf(asking) },
    citedQuery: writeSelection({ ...selection, per: cited }),
  }
}

/**
 * The first instant (ISO 8601) of a day in Stockholm. A report depends on who is a member that day, so it is known
 * today at the earliest, however long ago the newest value came.
 */
function startOf(day: string): string {
  const { epochMilliseconds } = Temporal.PlainDate.from(day).toZonedDateTime(zone)
  return new Date(epochMilliseconds).toISOString()
}

const laterOf = (one: string, other: string) => (one > other ? one : other)

/** The year of an address, or a {@link Problem} that lists the years there are. */
export function yearOr404(
  c: KeyFigureContext,
  years: number[],
  { writer: { l, t } }: Asked,
  pathOf: (year: number) => string,
): number {
  const asked = (c.req.param('year') ?? '').replace(/\.pdf$/, '')
  const year = years.find((one) => String(one) === asked)
  if (year !== undefined) return year
  const near = years.slice(0, mostYears)
  throw new Problem(
    404,
    t.noYear(asked, l.list(near.map(String))),
    near.map((one) => ({ href: pathOf(one), label: String(one) })),
  )
}

/** So many other years are linked from a report. */
const mostYears = 12

/** What a report's page needs beside its words. */
export function pageProps(
  { writer: { l }, selection, frame, citedQuery }: Asked,
  year: number,
  years: number[],
  pathOf: (year: number) => string,
): Pick<ReportPageProps, 'l' | 'file' | 'cite' | 'old' | 'years'> {
  const path = l.href(pathOf(year))
  return {
    l,
    file: `${path}.pdf${citedQuery}`,
    cite: path + citedQuery,
    old: selection.per
      ? { day: frame.knownOn, now: path + writeSelection({ ...selection, per: null }) }
      : null,
    years: years
      .slice(0, mostYears)
      .filter((one) => one !== year)
      .map((one) => ({ year: one, href: l.href(pathOf(one)) + writeSelection(selection) })),
  }
}
