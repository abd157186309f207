import { type Context, Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { searchWords } from '#domains/contacts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { page, renderFragment } from '#ui/page.tsx'
import { readAsked, readTyped } from './asking.ts'
import { directHits } from './direct-hits.ts'
import { ResultsPage } from './pages/results.tsx'
import { SuggestionList } from './pages/suggestion-list.tsx'
import { searchPaths } from './paths.ts'
import { searchFor } from './searching.ts'
import { suggestTitles } from './suggestion-queries.ts'
import { textsOf } from './texts.ts'
import { viewerOf } from './viewer.ts'

/** One box over everything. What is searched for is kept nowhere, also not in the memory of pages. */
export const routes = new Hono<AppEnv<Database>>()

routes.get(searchPaths.search, async (c) => {
  const { locale: l, db, actor, now } = c.var
  const t = textsOf(l)
  const asked = readAsked(c.req.query())
  const viewer = viewerOf(actor)
  const typed = searchWords(asked.typed)
  const wanted = { typed, narrowing: asked, page: asked.page, language: l.language }
  const [searched, direct] = await Promise.all([
    typed.length > 0 ? searchFor(db, wanted, viewer, now) : undefined,
    directHits(c.var, asked.typed),
  ])
  unkept(c)
  return page(
    c,
    {
      title: asked.typed ? t.titleFor(asked.typed) : t.title,
      description: t.description,
      noIndex: asked.typed !== '',
    },
    <ResultsPage
      l={l}
      asked={asked}
      words={searched?.words ?? []}
      direct={direct}
      found={searched?.found}
      loggedIn={actor !== null}
    />,
  )
})

routes.get(searchPaths.suggestions, async (c) => {
  const { locale: l, db, actor, now } = c.var
  const typed = readTyped(c.req.query())
  const words = searchWords(typed)
  const [direct, titles] = await Promise.all([
    directHits(c.var, typed),
    words.length > 0 ? suggestTitles(db, words, viewerOf(actor), now, l.language) : [],
  ])
  unkept(c)
  return c.html(renderFragment(<SuggestionList l={l} typed={typed} direct={direct} titles={titles} />))
})

function unkept(c: Context<AppEnv<Database>>): void {
  c.header('cache-control', 'private, no-store')
}
