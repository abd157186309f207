import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Database } from '#database/tables.ts'
import { only, roles } from '#domains/accounts/index.ts'
import { organisationsNamed, searchOrganisations } from '#domains/members/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { Problem } from '#platform/http/problem.ts'
import { page } from '#ui/page.tsx'
import { PersonPage } from './pages/person.tsx'
import { SearchPage } from './pages/search.tsx'
import { contactPaths } from './paths.ts'
import { mayBeShown } from './rules.ts'
import { type ContactCardView, listCards, searchContacts } from './search-queries.ts'
import { listFilterChoices, listSubjects } from './subject-queries.ts'
import { textsOf } from './texts.ts'
import { vcardOf } from './vcard.ts'

type C = Context<AppEnv<Database>>

const text = z
  .string()
  .transform((typed) => typed.replaceAll('\0', ''))
  .pipe(z.string().trim().max(200))
  .catch('')
const question = z.object({
  sok: text,
  amne: text,
  nyckeltal: text,
  kriterium: z.enum(['', '1', '2', '3', '4']).catch(''),
  roll: z.enum(['', ...roles]).catch(''),
  lan: text,
  storlek: z.enum(['', 'liten', 'mellan', 'stor', 'storst']).catch(''),
  sprak: text,
  sida: z.coerce.number().int().min(1).max(1000).catch(1),
})
export type AskedFor = z.output<typeof question>

/** Finding people of the network. */
export const searchRoutes = new Hono<AppEnv<Database>>()

searchRoutes.get(contactPaths.search, only('network.use'), async (c) => {
  const { locale: l, db, today, remember } = c.var
  const asked = question.parse(c.req.query())
  const [found, subjects, choices, directory] = await Promise.all([
    searchContacts(
      db,
      {
        text: asked.sok,
        subject: asked.amne,
        figure: asked.nyckeltal,
        criterion: asked.kriterium,
        role: asked.roll,
        county: asked.lan,
        size: asked.storlek,
        language: asked.sprak,
        page: asked.sida,
      },
      today,
    ),
    remember('subjects', () => listSubjects(db)),
    remember('contact choices', () => listFilterChoices(db, c.var.today)),
    organisationsNamed(c.var, { typed: asked.sok ? [asked.sok] : [] }),
  ])
  const organisations = asked.sok ? searchOrganisations(directory, asked.sok).slice(0, 5) : []
  const { title, lead } = textsOf(l).search
  return page(
    c,
    { title, description: lead, noIndex: true },
    <SearchPage
      l={l}
      asked={asked}
      {...found}
      subjects={subjects}
      choices={choices}
      organisations={organisations}
      sent={z.coerce.number().int().catch(0).parse(c.req.query('skickat'))}
    />,
  )
})

searchRoutes.get(contactPaths.person(':id'), only('network.use'), async (c) => {
  const { locale: l, actor, gathered } = c.var
  const card = await cardIn(c)
  const related = await gathered.related(c.var, { personId: card.personId })
  return page(
    c,
    { title: card.name, description: card.name, noIndex: true },
    <PersonPage l={l} card={shownTo(c, card)} own={card.personId === actor?.personId} related={related} />,
  )
})

searchRoutes.get(contactPaths.vcard(':id'), only('network.use'), async (c) => {
  const card = shownTo(c, await cardIn(c))
  const address = c.var.config.baseUrl + contactPaths.person(card.personId)
  const vcard = vcardOf({
    id: card.personId,
    name: card.name,
    title: card.title,
    organisation: card.posts[0]?.organisation ?? '',
    email: card.email ?? '',
    phone: card.phone,
    address,
  })
  return c.body(vcard, 200, {
    'content-type': 'text/vcard; charset=utf-8',
    'content-disposition': `attachment; filename="kontakt-${card.personId}.vcf"`,
  })
})

async function cardIn(c: C): Promise<ContactCardView> {
  const id = z.coerce.number().int().catch(0).parse(c.req.param('id'))
  const [card] = await listCards(c.var.db, [id], c.var.today)
  if (!card || !mayBeShown(card.shownTo, viewerOf(c, card))) {
    throw new Problem(404, textsOf(c.var.locale).person.notFound)
  }
  return card
}

/** The card without what this reader may not see. */
function shownTo(c: C, card: ContactCardView): ContactCardView {
  const viewer = viewerOf(c, card)
  return {
    ...card,
    email: mayBeShown(card.emailShownTo, viewer) ? card.email : null,
    phone: mayBeShown(card.phoneShownTo, viewer) ? card.phone : '',
  }
}

function viewerOf(c: C, card: ContactCardView) {
  return c.var.actor?.personId === card.personId ? ('self' as const) : ('member' as const)
}
