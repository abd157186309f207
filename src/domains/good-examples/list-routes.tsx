import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { can, open } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { Problem } from '#platform/http/problem.ts'
import { toldIn } from '#platform/i18n.ts'
import { page } from '#ui/page.tsx'
import { find, pagesOf, queryOf, readAsked } from './asked.ts'
import { chartsOf } from './charts.ts'
import { findContact } from './contact-queries.ts'
import { effectOfExample } from './effects.ts'
import { type Example, findExample } from './example-queries.ts'
import { facetLinks } from './facet-options.ts'
import { answerFeed } from './feed.ts'
import { listKin } from './kin/kin-queries.ts'
import { ExamplePage } from './pages/example.tsx'
import { ListPage } from './pages/list.tsx'
import { addressOf, examplePaths } from './paths.ts'
import { type C, mayWrite } from './reading.ts'
import { namesOfSubjects } from './subject-names.ts'
import { textsOf } from './texts.ts'

/** The library as everyone reads it. */
export const listRoutes = new Hono<AppEnv<Database>>()

listRoutes.get(examplePaths.list, open(), async (c) => {
  const { locale: l } = c.var
  const asked = readAsked(c.req.queries())
  const { examples, total, counts } = await find(c.var, asked)
  const links = await facetLinks(c.var, asked, counts)
  const { title, lead } = textsOf(l).list
  return page(
    c,
    { title, description: lead, noIndex: queryOf(asked) !== '', feeds: [feedOf(c)] },
    <ListPage l={l} asked={asked} links={links} examples={examples} total={total} pages={pagesOf(total)} />,
  )
})

listRoutes.get(examplePaths.feed, open(), answerFeed)

listRoutes.get('/exempel/:example{[0-9]{1,9}[a-z0-9-]*}', open(), async (c) => {
  const { locale: l, db, today, actor } = c.var
  const asked = c.req.param('example')
  const example = await findExample(db, Number.parseInt(asked, 10))
  const mayEdit = example ? mayWrite(c, example) : false
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
  const [charts, effects, shown, forMembers, subjects, family] = await Promise.all([
    chartsOf(c.var, example),
    effectsOf(c, example),
    contact(member ? 'members' : 'everyone'),
    contact('members'),
    namesOfSubjects(c.var),
    listKin(db, example.id),
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
      subjects={subjects}
      kin={family.length}
      done={c.req.query('klart')}
      contact={shown}
      contactForMembers={!shown && forMembers !== undefined}
      member={member}
      mayEdit={mayEdit}
    />,
  )
})

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
