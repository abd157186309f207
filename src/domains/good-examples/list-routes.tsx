import { type Context, Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { can, open } from '#domains/accounts/index.ts'
import { chartOfMember } from '#domains/key-figures/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { Problem } from '#platform/http/problem.ts'
import { toldIn } from '#platform/i18n.ts'
import { page } from '#ui/page.tsx'
import { facetOptions, filterOf, queryOf, readAsked } from './asked.ts'
import { findContact } from './contact-queries.ts'
import { effectOfExample } from './effects.ts'
import { type Example, findExample } from './example-queries.ts'
import { answerFeed } from './feed.ts'
import { ExamplePage } from './pages/example.tsx'
import { ListPage } from './pages/list.tsx'
import { examplePaths } from './paths.ts'
import { searchExamples } from './queries.ts'
import { textsOf } from './texts.ts'

type C = Context<AppEnv<Database>>

const perPage = 20

/** The library as everyone reads it. */
export const listRoutes = new Hono<AppEnv<Database>>()

listRoutes.get(examplePaths.list, open(), async (c) => {
  const { locale: l, db } = c.var
  const asked = readAsked(c.req.query())
  const [found, options] = await Promise.all([
    searchExamples(db, filterOf(asked), { limit: perPage, offset: (asked.sida - 1) * perPage }),
    facetOptions(c.var),
  ])
  const { title, lead } = textsOf(l).list
  return page(
    c,
    { title, description: lead, noIndex: queryOf(asked) !== '', feeds: [feedOf(c)] },
    <ListPage l={l} asked={asked} options={options} {...found} pages={Math.ceil(found.total / perPage)} />,
  )
})

listRoutes.get(examplePaths.feed, open(), answerFeed)

listRoutes.get('/exempel/:example{[0-9]{1,9}[a-z0-9-]*}', open(), async (c) => {
  const { locale: l, db, today, actor } = c.var
  const asked = c.req.param('example')
  const example = await findExample(db, Number.parseInt(asked, 10))
  const mayEdit = example
    ? can(actor, 'examples.write', { organisationCode: example.organisation.code })
    : false
  const told = example && toldIn(example.texts, l)
  if (!example || !told || example.state !== 'published' || (example.hiddenAt && !mayEdit)) {
    throw new Problem(404, textsOf(l).example.notFound, [
      { href: l.href(examplePaths.list), label: textsOf(l).list.title },
    ])
  }
  const address = addressOf(example)
  if (address !== `/exempel/${asked}`) return c.redirect(l.href(address), 301)
  const member = can(actor, 'network.use')
  const contact = (reader: 'everyone' | 'members') =>
    example.contactId === null
      ? undefined
      : findContact(db, { personId: example.contactId, code: example.organisation.code, today, reader })
  const [charts, effects, shown, forMembers] = await Promise.all([
    chartsOf(c, example),
    effectsOf(c, example),
    contact(member ? 'members' : 'everyone'),
    contact('members'),
  ])
  return page(
    c,
    {
      title: told.text.title,
      description: told.text.summary,
      noIndex: example.hiddenAt !== null,
      feeds: [feedOf(c)],
    },
    <ExamplePage
      l={l}
      example={example}
      charts={charts}
      effects={effects}
      contact={shown}
      contactForMembers={!shown && forMembers !== undefined}
      member={member}
      mayEdit={mayEdit}
    />,
  )
})

/** The one address of an example: its number and its Swedish title, or its English one where that is all. */
function addressOf({ id, texts }: Example): string {
  return examplePaths.example(id, texts.sv?.title ?? texts.en?.title ?? '')
}

/** The figures that the example is tied to, in its organisation, with the year of the measure marked. */
async function chartsOf(c: C, { figures, year, organisation }: Example) {
  if (year === null) return []
  const l = c.var.locale
  const moment = { year, label: textsOf(l).example.moment(year) }
  const charts = await Promise.all(
    figures.map((figureId) => chartOfMember(c.var, l, { figureId, code: organisation.code, moment })),
  )
  return charts.filter((chart) => chart !== null)
}

/** What the figures did after the measure, against those that did not do it. */
async function effectsOf(c: C, { id, figures, year, organisation }: Example) {
  if (year === null) return []
  const effects = await Promise.all(
    figures.map((figureId) => effectOfExample(c.var, { id, year, organisation }, figureId)),
  )
  return effects.filter((effect) => effect !== null)
}

function feedOf(c: C) {
  const l = c.var.locale
  return { href: l.href(examplePaths.feed), type: 'application/atom+xml', title: textsOf(l).feed.title }
}
