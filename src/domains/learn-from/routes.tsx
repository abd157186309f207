import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { can } from '#domains/accounts/index.ts'
import { figureTitle, loadFigureView, loadGroupOf } from '#domains/key-figures/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { page } from '#ui/page.tsx'
import { readLearnQuestion } from './asking.ts'
import { LearnPage } from './pages/learn.tsx'
import { learnPaths } from './paths.ts'
import { loadOwnTrends, loadTellingStrengths } from './strengths.ts'
import { loadSuggestions } from './suggestions.ts'
import { textsOf } from './texts.ts'

/** Every address of this house. */
export const routes = new Hono<AppEnv<Database>>()

routes.get(learnPaths.learn, async (c) => {
  const question = await readLearnQuestion(c)
  if (question instanceof Response) return question
  const { reader, selection, mine, figure } = question
  const { actor, locale: l } = c.var
  const t = textsOf(l)
  const view =
    mine && figure
      ? await loadFigureView(
          reader,
          figure,
          selection,
          await loadGroupOf(reader, figure, selection, 'liknande'),
        )
      : null
  const reading = { member: can(actor, 'network.use'), personId: actor?.personId ?? null }
  const [suggestions, ownTrends, strengths] = await Promise.all([
    view ? loadSuggestions(c.var, view, reading) : [],
    mine && !figure ? loadOwnTrends(reader, mine.code) : [],
    mine ? loadTellingStrengths(c.var, mine.code) : [],
  ])
  const mayTell = mine !== null && can(actor, 'examples.write', { organisationCode: mine.code })
  return page(
    c,
    {
      title: mine && figure ? t.titleOn(figureTitle(figure, l), mine.name) : t.title,
      description: t.description,
    },
    <LearnPage
      {...question}
      view={view}
      suggestions={suggestions}
      ownTrends={ownTrends}
      strengths={strengths}
      mayTell={mayTell}
      loggedIn={actor !== null}
    />,
  )
})
