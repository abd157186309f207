import {
  amount,
  emptySelection,
  textsOf as figureTexts,
  figureTitle,
  keyFigurePaths,
  loadCatalogue,
  loadFigureData,
  type Reader,
  remarkOf,
  sourceTitlesOf,
  writeSelection,
} from '#domains/key-figures/index.ts'
import { organisationDirectory } from '#domains/members/index.ts'
import type { Locale } from '#platform/i18n.ts'
import { textsOf } from '../texts.ts'
import { type Marker, markersIn, replaceMarkers } from './marker.ts'

/** Why a marker cannot be drawn. */
export type MarkerFault = 'form' | 'figure' | 'organisation' | 'value'

/** A value of the key figures room, ready to stand in a text with its source and day. */
export interface QuotedFigure {
  /** "4,2 ton/inv" */
  value: string
  /** "2 Utsläpp av växthusgaser, Falkenberg 2023" */
  what: string
  source: string
  /** The page of the figure as it was known then, without the language. */
  path: string
  /** What must be said of it: made up, estimated. Empty when there is nothing. */
  remark: string
}

/** For whom a text is drawn: what is known at `now`, in the language `l`. */
export interface Drawing {
  reader: Reader
  l: Locale
  now: Date
}

/** What the markers of some texts mean, and which of them mean nothing. */
export async function readFigures(
  texts: string[],
  drawing: Drawing,
): Promise<{ quoted: Map<string, QuotedFigure>; faults: { written: string; fault: MarkerFault }[] }> {
  const { markers, broken } = markersIn(texts.join('\n'))
  const quoted = new Map<string, QuotedFigure>()
  const faults = broken.map((written): { written: string; fault: MarkerFault } => ({
    written,
    fault: 'form',
  }))
  for (const marker of markers) {
    const found = await readFigure(marker, drawing)
    if (typeof found === 'string') faults.push({ written: marker.written, fault: found })
    else quoted.set(marker.written, found)
  }
  return { quoted, faults }
}

async function readFigure(marker: Marker, { reader, l, now }: Drawing): Promise<QuotedFigure | MarkerFault> {
  const { figureId, code, year } = marker
  const voice = { l, t: figureTexts(l) }
  const [{ byId }, { byCode }] = await Promise.all([
    loadCatalogue(reader),
    organisationDirectory(reader.db, reader.remember),
  ])
  const [figure, organisation] = [byId.get(figureId), byCode.get(code)]
  if (!figure) return 'figure'
  if (!organisation) return 'organisation'
  const { byCode: readings } = await loadFigureData(reader, figureId, null, [code])
  const reading = readings.get(code)?.find((one) => one.year === year)
  if (!reading || reading.value === null) return 'value'
  const sources = await sourceTitlesOf({ reader, voice })
  const selection = { ...emptySelection, mine: code, year, per: momentOf(now) }
  return {
    value: amount(figure, reading.value, voice),
    what: `${figureTitle(figure, l)}, ${organisation.name} ${year}`,
    source: sources.get(reading.sourceId) ?? reading.sourceId,
    path: keyFigurePaths.figure(figureId) + writeSelection(selection),
    remark: remarkOf(reading, voice),
  }
}

/** An instant as an address says it. */
const momentOf = (now: Date) => `${now.toISOString().slice(0, 19)}Z`

/**
 * A text with its key figures drawn: the value as a link to where it stands, and in brackets what it is, its source and
 * the day that it was fetched. `base` makes the addresses whole, for what leaves the site.
 */
export function drawFigures(
  text: string,
  quoted: Map<string, QuotedFigure>,
  { l, now, base = '' }: { l: Locale; now: Date; base?: string },
): string {
  const t = textsOf(l).figures
  return replaceMarkers(text, (written) => {
    const figure = quoted.get(written)
    if (!figure) return undefined
    const { value, what, source, path, remark } = figure
    const said = t.quoted({
      what: plain(what),
      source: plain(source),
      fetched: l.date(now),
      remark: plain(remark),
    })
    return `[${plain(value)}](${base}${l.href(path)}) (${said})`
  })
}

/** Words that hold nothing which Markdown would read as a mark. */
const plain = (words: string) => words.replace(/[\\`*_{}[\]<>#|]/g, '\\$&')
