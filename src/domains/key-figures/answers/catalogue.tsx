import { page } from '#ui/page.tsx'
import { membersSet } from '../figure.ts'
import { networkGlance } from '../glance.ts'
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
  const own = await Promise.all(
    catalogue.figures
      .filter(({ setId }) => setId === 'own')
      .map((figure) => loadFigureView(reader, figure, emptySelection, group)),
  )
  const begun = (setId: string) =>
    catalogue.sets.some(({ id, currentFrom }) => id === setId && (currentFrom ?? '9') <= reader.today)
  const apart = new Set([catalogue.currentSet, 'own', membersSet])
  const decided = catalogue.sets
    .filter(({ id }) => !apart.has(id))
    .map((set) => ({ set, figures: catalogue.figures.filter(({ setId }) => setId === set.id) }))
    .filter(({ figures }) => figures.length > 0)
  return page(
    c,
    { title: t.catalogue.title, description: t.catalogue.description, wide: true },
    <CataloguePage
      voice={voice}
      sets={catalogue.sets}
      shared={shared}
      own={own}
      newer={decided.filter(({ set }) => !begun(set.id))}
      earlier={decided.filter(({ set }) => begun(set.id))}
      membersOwn={catalogue.figures.filter((figure) => figure.own)}
      carried={writeSelection({
        ...emptySelection,
        mine: selection.mine,
        group: selection.group,
        list: selection.list,
      })}
    />,
  )
}
