import { page } from '#ui/page.tsx'
import { currentSet, networkGlance } from '../glance.ts'
import { loadCatalogue, loadFigureView, loadGroup } from '../load-view.ts'
import { CataloguePage } from '../pages/catalogue.tsx'
import { emptySelection, writeSelection } from '../selection.ts'
import { type KeyFigureContext, understand } from './asking.ts'

/** `/nyckeltal`: the shared key figures at a glance, and the others. */
export async function answerCatalogue(c: KeyFigureContext): Promise<Response> {
  const { reader, voice, selection } = await understand(c)
  const { t } = voice
  const [catalogue, shared, group] = await Promise.all([
    loadCatalogue(reader),
    networkGlance(reader),
    loadGroup(reader, emptySelection),
  ])
  const ofSet = (wanted: string) => catalogue.figures.filter(({ setId }) => setId === wanted)
  const own = await Promise.all(
    ofSet('own').map((figure) => loadFigureView(reader, figure, emptySelection, group)),
  )
  return page(
    c,
    { title: t.catalogue.title, description: t.catalogue.description, wide: true },
    <CataloguePage
      voice={voice}
      sets={catalogue.sets}
      shared={shared}
      own={own}
      newer={catalogue.figures.filter(({ setId }) => setId !== 'own' && setId !== currentSet)}
      carried={writeSelection({
        ...emptySelection,
        mine: selection.mine,
        group: selection.group,
        list: selection.list,
      })}
    />,
  )
}
