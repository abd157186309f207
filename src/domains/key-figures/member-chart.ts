import type { Locale } from '#platform/i18n.ts'
import type { ChartSpec } from '#ui/charts/types.ts'
import { lineChartOf } from './figure-charts.ts'
import { loadCatalogue, loadFigureView, loadGroup } from './load-view.ts'
import { keyFigurePaths } from './paths.ts'
import type { Reader } from './reader.ts'
import { emptySelection, writeSelection } from './selection.ts'
import { figureTitle } from './sentences.ts'
import { textsOf } from './texts.ts'

/** The development of one figure in one organisation, to be drawn in another house. */
export interface ChartOfMember {
  figureId: string
  title: string
  chart: ChartSpec
  /** The figure's own page with the organisation chosen: table, files and sources. Without the language. */
  path: string
}

/**
 * How a figure has developed in an organisation beside its similar ones, with something that happened marked on its
 * year. Null when the organisation has no value in it.
 */
export async function chartOfMember(
  reader: Reader,
  l: Locale,
  asked: { figureId: string; code: string; moment?: { year: number; label: string } },
): Promise<ChartOfMember | null> {
  const { figureId, code, moment } = asked
  const figure = (await loadCatalogue(reader)).byId.get(figureId)
  if (!figure) return null
  const selection = { ...emptySelection, mine: code }
  const view = await loadFigureView(
    reader,
    figure,
    selection,
    await loadGroup(reader, selection, 'liknande'),
    {
      improvers: false,
    },
  )
  if (!view.mine?.readings.some(({ value }) => value !== null)) return null
  const props = lineChartOf(view, { l, t: textsOf(l) })
  const moments = moment ? [{ x: moment.year, label: moment.label }] : []
  return {
    figureId,
    title: figureTitle(figure, l),
    chart: { kind: 'line', props: { ...props, moments } },
    path: keyFigurePaths.figure(figure.id) + writeSelection({ ...selection, group: 'liknande' }),
  }
}
