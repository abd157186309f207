import { page } from '#ui/page.tsx'
import { loadCatalogue, loadFigureView, loadGroup } from '../load-view.ts'
import { standingsTable } from '../open-data.ts'
import { ComparePage } from '../pages/compare.tsx'
import { keyFigurePaths } from '../paths.ts'
import { writeSelection } from '../selection.ts'
import { canonicalRedirect, citedInstant, figureOr404, type KeyFigureContext, understand } from './asking.ts'
import { correctedOf } from './corrected.ts'
import { answerTable, frameOf, splitEnding } from './files.ts'

/** What is compared when nobody has chosen: emissions, farming, waste. */
const usualFigures = ['1b', '4', '7']

/** `/jamfor` and its files: several organisations in several figures. */
export async function answerComparison(c: KeyFigureContext, asked: string | null): Promise<Response> {
  const asking = await understand(c)
  const { voice, directory, reader, notices } = asking
  const { l, t } = voice
  const [, ending] = splitEnding(asked === null ? 'jamfor' : `jamfor.${asked}`, asking, false)
  const catalogue = await loadCatalogue(reader)
  for (const id of asking.selection.figures) figureOr404(catalogue.byId, id, voice)
  const redirect = canonicalRedirect(c, asking)
  if (redirect) return redirect
  const { selection } = asking
  const ids = selection.figures.length > 0 ? selection.figures : usualFigures
  const codes = [...(selection.mine ? [selection.mine] : []), ...selection.with]
  const chosen = codes.flatMap((code) => directory.byCode.get(code) ?? [])
  const group = await loadGroup(reader, selection)
  const views =
    chosen.length === 0
      ? []
      : await Promise.all(
          ids.map((id) =>
            loadFigureView(
              reader,
              figureOr404(catalogue.byId, id, voice),
              { ...selection, year: null },
              group,
              { improvers: false },
            ),
          ),
        )
  if (ending) {
    const rows = views.flatMap((view) =>
      [...(view.mine ? [view.mine] : []), ...view.others].map((standing) => ({ view, standing })),
    )
    return answerTable(
      c,
      standingsTable('jamforelse', rows, await frameOf(c, asking, keyFigurePaths.compare), voice),
      ending,
      asking,
    )
  }
  const [cited, corrected] = await Promise.all([
    citedInstant(asking),
    correctedOf(asking, c.var.now, { figures: ids, codes }),
  ])
  const coming = new Set(
    catalogue.sets
      .filter(({ decidedYear, currentFrom }) => decidedYear !== null && (currentFrom ?? '9') > reader.today)
      .map(({ id }) => id),
  )
  return page(
    c,
    { title: t.compare.title, description: t.compare.description, wide: true },
    <ComparePage
      voice={voice}
      selection={{ ...selection, figures: ids }}
      notices={notices}
      chosen={chosen}
      views={views}
      figures={catalogue.figures.filter(({ setId }) => !coming.has(setId))}
      organisationNames={directory.all}
      citeHref={l.href(keyFigurePaths.compare) + writeSelection({ ...selection, per: cited })}
      cited={cited}
      corrected={corrected}
      loggedIn={c.var.actor !== null}
    />,
  )
}
