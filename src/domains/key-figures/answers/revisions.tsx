import type { Context } from 'hono'
import type { Database } from '#database/tables.ts'
import { association } from '#platform/association.ts'
import { atomType, atomXml } from '#platform/feeds/atom.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { Problem } from '#platform/http/problem.ts'
import { page } from '#ui/page.tsx'
import { feedOfRevisions } from '../dataset.ts'
import { loadCatalogue } from '../load-view.ts'
import { RevisionDayPage } from '../pages/revision-day.tsx'
import { dayOf, whyOf, written } from '../pages/revision-text.tsx'
import { RevisionsPage } from '../pages/revisions.tsx'
import { keyFigurePaths } from '../paths.ts'
import { loadOrganisations } from '../reader.ts'
import { countRevisionsOfDay, listRevisions, type RevisionFilter } from '../revision-queries.ts'
import { figureTitle } from '../sentences.ts'
import { textsOf } from '../texts.ts'
import { sourceTitlesOf } from './files.ts'

type C = Context<AppEnv<Database>>

/** So many corrections stand on the page, and in the feed. */
const most = 200

/** The page of all corrections, of a figure or an organisation if the address says so. */
export async function answerRevisions(c: C): Promise<Response> {
  const { locale: l } = c.var
  const { filter, figures, directory, revisions } = await revisionsOf(c)
  const t = textsOf(l)
  const organisations = directory.all
    .map(({ code, name }) => ({ code, name }))
    .sort((a, b) => l.compare(a.name, b.name))
  return page(
    c,
    {
      title: t.revisions.title,
      description: t.revisions.lead,
      wide: true,
      feeds: [feedOfRevisions({ l, t }, queryOf(filter))],
    },
    <RevisionsPage
      voice={{ l, t }}
      figures={figures}
      organisations={organisations}
      filter={filter}
      revisions={revisions}
      feed={l.href(`${keyFigurePaths.revisions}.atom`) + queryOf(filter)}
      most={most}
    />,
  )
}

/** The same as an Atom feed: one entry a correction, with what it was, what it is and why. */
export async function answerRevisionFeed(c: C): Promise<Response> {
  const { locale: l, config } = c.var
  const { filter, figures, revisions } = await revisionsOf(c)
  const t = textsOf(l)
  const host = new URL(config.baseUrl).hostname
  const query = queryOf(filter)
  const address = (path: string) => config.baseUrl + l.href(path)
  const xml = atomXml({
    id: `tag:${host},2026:revisions${query}`,
    language: l.language,
    title: t.revisions.title,
    author: association.name.sv,
    self: address(`${keyFigurePaths.revisions}.atom`) + query,
    page: address(keyFigurePaths.revisions) + query,
    updated: '2026-01-01T00:00:00Z',
    entries: revisions.flatMap((revision) => {
      const figure = figures.find(({ id }) => id === revision.figureId)
      if (!figure) return []
      const voice = { l, t }
      const [before, after] = [
        written(revision.before, figure, voice),
        written(revision.after, figure, voice),
      ]
      const words = t.figure.correction(revision.organisationName, revision.year, before, after)
      return {
        id: `tag:${host},2026:${revision.after ? 'revision' : 'withdrawal'}-${revision.id}`,
        title: `${figureTitle(figure, l)}: ${revision.organisationName} ${revision.year}`,
        updated: revision.knownFrom,
        address: `${address(keyFigurePaths.revisionDay(dayOf(revision)))}#${figure.id}-${revision.code}-${revision.year}`,
        text: `${words}. ${whyOf(revision, voice)}${revision.madeUp ? ` (${t.madeUp})` : ''}`,
      }
    }),
  })
  return c.body(xml, 200, { 'content-type': atomType, 'access-control-allow-origin': '*' })
}

/** So many corrections are told one by one on the page of a day; beyond it they are counted by figure. */
const mostOfDay = 1000

/** Everything that was corrected on a day: what notices, citations and embeds lead to. */
export async function answerRevisionDay(c: C): Promise<Response> {
  const { locale: l, db } = c.var
  const t = textsOf(l)
  const day = c.req.param('day') ?? ''
  if (!isDay(day)) throw new Problem(404, t.selection.notADay(day))
  const { figures, filter } = await askedFor(c)
  const [revisions, counts, sourceTitles] = await Promise.all([
    listRevisions(db, { ...filter, day }, mostOfDay),
    countRevisionsOfDay(db, day),
    sourceTitlesOf({ reader: c.var, voice: { l, t } }),
  ])
  if (counts.size === 0) {
    throw new Problem(404, t.revisions.noneOn(l.date(day)), [
      { href: keyFigurePaths.revisions, label: t.revisions.title },
    ])
  }
  const title = t.revisions.titleOn(l.date(day))
  return page(
    c,
    { title, description: t.revisions.leadOn, wide: true },
    <RevisionDayPage
      voice={{ l, t }}
      day={day}
      figures={figures}
      revisions={revisions}
      counts={counts}
      chosen={filter.figure}
      sourceTitles={sourceTitles}
    />,
  )
}

function isDay(text: string): boolean {
  const time = Date.parse(text)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

async function revisionsOf(c: C) {
  const { figures, directory, filter } = await askedFor(c)
  return { figures, directory, filter, revisions: await listRevisions(c.var.db, filter, most) }
}

async function askedFor(c: C) {
  const { nyckeltal = '', kommun = '' } = c.req.query()
  const [{ figures, byId }, directory] = await Promise.all([
    loadCatalogue(c.var),
    loadOrganisations(c.var, [kommun]),
  ])
  const filter: RevisionFilter = {
    figure: byId.has(nyckeltal) ? nyckeltal : '',
    code: directory.byCode.has(kommun) ? kommun : '',
  }
  return { figures, directory, filter }
}

function queryOf({ figure, code }: RevisionFilter): string {
  const query = new URLSearchParams({ ...(figure && { nyckeltal: figure }), ...(code && { kommun: code }) })
  return query.size > 0 ? `?${query}` : ''
}
