import type { FigureView } from './figure-view.ts'
import { loadCatalogue, loadFigureView, loadGroup } from './load-view.ts'
import type { Reader } from './reader.ts'
import { emptySelection } from './selection.ts'

/** The shared key figures for the members as a whole, in the association's order. */
export async function networkGlance(reader: Reader): Promise<FigureView[]> {
  const { views } = await reader.remember('glance', async () => ({ views: await viewCurrentSet(reader) }))
  return views
}

async function viewCurrentSet(reader: Reader): Promise<FigureView[]> {
  const [catalogue, group] = await Promise.all([loadCatalogue(reader), loadGroup(reader, emptySelection)])
  const figures = catalogue.figures.filter(({ setId }) => setId === catalogue.currentSet)
  return Promise.all(figures.map((figure) => loadFigureView(reader, figure, emptySelection, group)))
}
