import type { FigureView } from './figure-view.ts'
import { loadCatalogue, loadFigureView, loadGroup, type Reader } from './load-view.ts'
import { emptySelection } from './selection.ts'

/** The set that the members follow now: the last one that the catalogue has values and limits for. */
export const currentSet = '2012'

/** The shared key figures for the members as a whole, in the association's order. */
export async function networkGlance(reader: Reader): Promise<FigureView[]> {
  const { views } = await reader.remember('glance', async () => ({ views: await viewCurrentSet(reader) }))
  return views
}

async function viewCurrentSet(reader: Reader): Promise<FigureView[]> {
  const [catalogue, group] = await Promise.all([loadCatalogue(reader), loadGroup(reader, emptySelection)])
  const figures = catalogue.figures.filter(({ setId }) => setId === currentSet)
  return Promise.all(figures.map((figure) => loadFigureView(reader, figure, emptySelection, group)))
}
