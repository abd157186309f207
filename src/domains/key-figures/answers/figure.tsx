import { association } from '#platform/association.ts'
import { renderPng } from '#platform/pictures/render-png.ts'
import { ChartIsland } from '#ui/charts/chart-island.tsx'
import { chartPicture, sharePicture } from '#ui/charts/chart-picture.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { embedPage, page } from '#ui/page.tsx'
import { feedOfRevisions, figureDataset } from '../dataset.ts'
import type { KeyFigure } from '../figure.ts'
import { hasMap } from '../figure-map.ts'
import type { FigureView } from '../figure-view.ts'
import { loadCatalogue, loadFigureData, loadFigureView, loadGroupOf } from '../load-view.ts'
import { placeOfPercentile } from '../many/shown-positions.ts'
import { figureTable } from '../open-data.ts'
import { ChosenView, chartOf } from '../pages/chosen-view.tsx'
import { FigurePage } from '../pages/figure.tsx'
import { dayOf } from '../pages/revision-text.tsx'
import { keyFigurePaths } from '../paths.ts'
import { listRevisions } from '../revision-queries.ts'
import { type Selection, writeSelection } from '../selection.ts'
import { figureTitle, takeaway } from '../sentences.ts'
import {
  type Asking,
  canonicalRedirect,
  checkYear,
  citedInstant,
  figureOr404,
  type KeyFigureContext,
  understand,
} from './asking.ts'
import { correctedInFigure } from './corrected.ts'
import { answerTable, frameOf, pictureFormats, sourceTitlesOf, splitEnding } from './files.ts'

/** `/nyckeltal/1a` and its files `.csv`, `.xlsx`, `.json`, `.svg`, `.png`. */
export async function answerFigure(c: KeyFigureContext): Promise<Response> {
  const asking = await understand(c)
  const [id, ending] = splitEnding(c.req.param('file') ?? '', asking, true)
  const catalogue = await loadCatalogue(asking.reader)
  const figure = figureOr404(catalogue.byId, id, asking.voice)
  const jump = await jumpToPercentile(c, asking, figure)
  const redirect = jump ?? canonicalRedirect(c, asking)
  if (redirect) return redirect
  const { voice, selection, notices, directory, large, reader } = asking
  const { l } = voice
  const group = await loadGroupOf(reader, figure, selection)
  const view = await loadFigureView(reader, figure, selection, group)
  checkYear(selection, view.years, voice)

  const path = keyFigurePaths.figure(figure.id)
  if (pictureFormats.some((one) => one === ending)) return answerPicture(c, asking, view, ending === 'png')
  if (ending) return answerTable(c, figureTable(view, await frameOf(c, asking, path), voice), ending, asking)

  const { actor } = c.var
  const [corrections, sourceTitles, cited, association, corrected, follows, related] = await Promise.all([
    reader.remember(`corrections ${figure.id}`, () =>
      listRevisions(reader.db, { figure: figure.id, code: '' }, 11),
    ),
    sourceTitlesOf(asking),
    citedInstant(asking),
    publishedMeans(asking, figure.id),
    correctedInFigure(asking, view, c.var.now),
    actor && c.var.gathered.follows(c.var, actor.personId),
    c.var.gathered.related(c.var, { figureId: figure.id }),
  ])
  const address = (changed: Partial<Selection>) => l.href(path) + writeSelection({ ...selection, ...changed })
  return page(
    c,
    {
      title: view.mine ? `${figureTitle(figure, l)}, ${view.mine.organisation.name}` : figureTitle(figure, l),
      description: takeaway(view, voice),
      image: `${l.href(path)}.png${writeSelection({ ...selection, view: 'utveckling' })}`,
      wide: true,
      feeds: [feedOfRevisions(voice, `?nyckeltal=${figure.id}`)],
      data: figureDataset(view, voice, { baseUrl: c.var.config.baseUrl, query: writeSelection(selection) }),
    },
    <FigurePage
      voice={voice}
      view={view}
      set={catalogue.sets.find((set) => set.id === figure.setId) ?? null}
      replaces={figure.replaces.flatMap((id) => catalogue.byId.get(id) ?? [])}
      replacedBy={catalogue.figures.filter(({ replaces }) => replaces.includes(figure.id))}
      selection={selection}
      notices={notices}
      publishedMeans={association}
      corrections={corrections}
      related={related}
      organisationNames={directory.all}
      mapped={!large && hasMap(directory.all)}
      sourceTitles={sourceTitles}
      baseUrl={c.var.config.baseUrl}
      cited={cited}
      corrected={corrected}
      loggedIn={actor !== null}
      followed={follows?.figureIds.includes(figure.id)}
    >
      <ChosenView
        voice={voice}
        view={view}
        selection={selection}
        everyone={large ? [] : directory.all}
        address={address}
      />
    </FigurePage>,
  )
}

/**
 * `?percentil=90` leads to where so many per cent of a large group are worse. Null without such a wish, and in a group
 * that is shown whole.
 */
async function jumpToPercentile(
  c: KeyFigureContext,
  { reader, selection, voice: { l } }: Asking,
  figure: KeyFigure,
): Promise<Response | null> {
  const asked = c.req.query('percentil')?.trim() ?? ''
  if (!/^\d{1,3}$/.test(asked) || Number(asked) > 100) return null
  const group = await loadGroupOf(reader, figure, selection)
  const { many, summary } = await loadFigureView(reader, figure, selection, group, { improvers: false })
  if (!many || !summary) return null
  const place = placeOfPercentile(Number(asked), summary.count)
  const wanted: Selection = { ...selection, view: 'rangordning', wholeRanking: true, place }
  return c.redirect(l.href(keyFigurePaths.figure(figure.id)) + writeSelection(wanted), 302)
}

/** The association is an organisation too: its values are the means that it has published. Newest first. */
async function publishedMeans({ reader, selection }: Asking, figureId: string) {
  const { byCode } = await loadFigureData(reader, figureId, selection.per, [association.code])
  return (byCode.get(association.code) ?? [])
    .flatMap(({ year, value }) => (value === null ? [] : [{ year, value }]))
    .reverse()
}

/** `/embed/nyckeltal/1a`: the chosen chart alone, for a frame on somebody else's site. */
export async function answerEmbed(c: KeyFigureContext): Promise<Response> {
  const asking = await understand(c)
  const catalogue = await loadCatalogue(asking.reader)
  const figure = figureOr404(catalogue.byId, c.req.param('id') ?? '', asking.voice)
  const { voice, selection, directory, large, reader } = asking
  const { l, t } = voice
  const view = await loadFigureView(reader, figure, selection, await loadGroupOf(reader, figure, selection), {
    improvers: false,
  })
  checkYear(selection, view.years, voice)
  const chart = chartOf({ voice, view, selection, everyone: large ? [] : directory.all })
  const href = c.var.config.baseUrl + l.href(keyFigurePaths.figure(figure.id)) + writeSelection(selection)
  const { chosen, group } = await correctedInFigure(asking, view, c.var.now)
  const [newest] = [...chosen, ...group].map(dayOf).sort().reverse()
  return embedPage(
    c,
    { title: figureTitle(figure, l), description: takeaway(view, voice), href },
    <>
      {chart ? <ChartIsland {...chart} /> : <EmptyState title={t.figure.noValues} />}
      {newest && (
        <p class="subtle">
          {t.revisions.embedNote(l.date(newest))}{' '}
          <a href={href} target="_blank" rel="noopener">
            {t.revisions.embedLink}
          </a>
        </p>
      )}
    </>,
  )
}

const pngWidth = 1400

async function answerPicture(
  c: KeyFigureContext,
  asking: Asking,
  view: FigureView,
  png: boolean,
): Promise<Response> {
  const { voice, selection, directory, large } = asking
  const { l, t } = voice
  const { figure } = view
  const spec = chartOf({ voice, view, selection, everyone: large ? [] : directory.all })
  const frame = await frameOf(c, asking, keyFigurePaths.figure(figure.id))
  const used = new Set(
    [...view.members, ...view.others].flatMap(({ readings }) => readings.map(({ sourceId }) => sourceId)),
  )
  const sources = l.list([...used].map((id) => frame.sourceTitles.get(id) ?? id))
  const source = `${t.figure.source}: ${sources}. ${t.figure.knownOn(frame.knownOn)}`
  const svg = spec
    ? chartPicture(spec, { source, address: frame.address })
    : sharePicture({ title: figureTitle(figure, l), text: t.figure.noValues, mark: association.name.sv })
  const headers = { 'access-control-allow-origin': '*', 'x-content-type-options': 'nosniff' }
  return png
    ? c.body(await renderPng(svg, pngWidth), 200, { 'content-type': 'image/png', ...headers })
    : c.body(svg, 200, { 'content-type': 'image/svg+xml; charset=utf-8', ...headers })
}
