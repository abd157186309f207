import { listSources } from '#domains/members/index.ts'
import { Problem } from '#platform/http/problem.ts'
import { tableResponse } from '#platform/http/table-response.ts'
import { inLanguage } from '#platform/i18n.ts'
import { type DataTable, tableFormats } from '#platform/table-files.ts'
import type { TableFrame } from '../open-data.ts'
import { knownDay, writeSelection } from '../selection.ts'
import { type Asking, citedInstant, type KeyFigureContext } from './asking.ts'

export const pictureFormats = ['svg', 'png'] as const

/** Splits `1a.csv` into `1a` and `csv`. The ending is null for a page. Throws for endings that are none of ours. */
export function splitEnding(
  file: string,
  { voice: { t } }: Asking,
  pictures: boolean,
): [id: string, ending: string | null] {
  const [id = '', ending, ...rest] = file.split('.')
  if (ending === undefined) return [id, null]
  const known: readonly string[] = pictures ? [...tableFormats, ...pictureFormats] : tableFormats
  if (rest.length > 0 || !known.includes(ending))
    throw new Problem(404, t.selection.noFormat(ending.slice(0, 20)))
  return [id, ending]
}

/** A table as the file that was asked for. */
export function answerTable(
  c: KeyFigureContext,
  table: DataTable,
  ending: string,
  { voice: { t } }: Asking,
): Promise<Response> {
  const format = tableFormats.find((one) => one === ending)
  if (!format) throw new Problem(404, t.selection.noFormat(ending.slice(0, 20)))
  return tableResponse(table, format, c.req.query('format') === 'sv')
}

/** What goes along with a table: sources by name, the address, and the day that the figures were known. */
export async function frameOf(c: KeyFigureContext, asking: Asking, path: string): Promise<TableFrame> {
  const { l } = asking.voice
  const cited = await citedInstant(asking)
  const address = c.var.config.baseUrl + l.href(path) + writeSelection({ ...asking.selection, per: cited })
  return { address, knownOn: l.date(knownDay(cited)), sourceTitles: await sourceTitlesOf(asking) }
}

/** What each source is called, by its id. */
export async function sourceTitlesOf({
  reader,
  voice: { l },
}: Pick<Asking, 'reader' | 'voice'>): Promise<Map<string, string>> {
  const sources = await reader.remember('sources', () => listSources(reader.db))
  return new Map(sources.map(({ id, publisher, title }) => [id, `${publisher}: ${inLanguage(title, l)}`]))
}
