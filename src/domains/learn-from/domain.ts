import type { Database } from '#database/tables.ts'
import { can, type Role } from '#domains/accounts/index.ts'
import { figureTitle, keyFigurePaths, textsOf as textsOfFigures } from '#domains/key-figures/index.ts'
import type { Actor, Domain } from '#platform/http/context.ts'
import { learnPaths } from './paths.ts'
import { routes } from './routes.tsx'
import { loadStrengths, loadTellingStrengths } from './strengths.ts'
import { en } from './texts.en.ts'
import { fi } from './texts.fi.ts'
import { sv } from './texts.sv.ts'
import { textsOf } from './texts.ts'
import { paceOf } from './words.ts'

/** So many strengths stand on the page of an organisation. */
const shown = 3

/** Who to learn from, and who could learn from you. */
export const learnFrom: Domain<Database> = {
  name: 'learn-from',
  open: true,
  routes,
  translated: ['fi'],
  menu: [{ href: learnPaths.learn, label: { sv: sv.menu, en: en.menu, fi: fi.menu } }],
  related: async (asked, about) => {
    if (!('organisationCode' in about)) return []
    const { locale: l } = asked
    const t = textsOf(l).related
    const voice = { l, t: textsOfFigures(l) }
    const code = about.organisationCode
    const strengths = await loadStrengths(asked, code)
    if (strengths.length === 0) return []
    return [
      {
        title: t.title,
        links: strengths.slice(0, shown).map(({ figure, mine, from, to }) => ({
          href: `${keyFigurePaths.figure(figure.id)}?kommun=${code}&grupp=liknande`,
          label: figureTitle(figure, l),
          note: t.note(paceOf(figure, mine, voice), mine.trend.since),
          madeUp: [from, to].some(({ basis }) => basis === 'made-up'),
        })),
        more: { href: `${learnPaths.learn}?kommun=${code}`, label: t.more },
      },
    ]
  },
  waiting: async (asked, actor) => {
    for (const { organisationCode: code, organisationName } of organisationsToTellOf(actor)) {
      const [untold] = (await loadTellingStrengths(asked, code)).filter(({ example }) => !example)
      if (untold) {
        const { figure } = untold
        const text = textsOf(asked.locale).waiting(organisationName, figureTitle(figure, asked.locale))
        return [{ text, href: learnPaths.tell(code, figure.id) }]
      }
    }
    return []
  },
}

/** Roles that are invited to tell what others could learn. */
const tellers: Role[] = ['contact-politician', 'contact-official', 'reporter']

function organisationsToTellOf(actor: Actor) {
  return actor.roles.filter(
    ({ role, organisationCode }) =>
      tellers.some((teller) => teller === role) && can(actor, 'examples.write', { organisationCode }),
  )
}
