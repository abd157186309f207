import type { Database } from '#database/tables.ts'
import { can } from '#domains/accounts/index.ts'
import { addDays } from '#platform/days.ts'
import type { Domain, WaitingItem } from '#platform/http/context.ts'
import { otherLanguage } from '#platform/i18n.ts'
import { boardBusiness } from './board.ts'
import { countOpenComments } from './comment-queries.ts'
import { listToEndorse } from './endorsement-queries.ts'
import { countToDo, listEndorsedSince, listSentOf, listSentSince } from './gathering-queries.ts'
import { endorsesFor } from './here.ts'
import { advocacyPaths } from './paths.ts'
import { forgetPerson, readPersonal } from './personal-queries.ts'
import { routes } from './routes.tsx'
import { textsOf } from './texts.ts'

/** So many responses stand on the page of an organisation. */
const shown = 5

/** So many days before its deadline an answer stands on the secretariat's desk. */
const daysAhead = 14

/** Speaking with one voice: consultations and own initiatives, who stands behind them, and what became of them. */
export const advocacy: Domain<Database> = {
  name: 'advocacy',
  routes,
  menu: [{ href: advocacyPaths.list, label: { sv: 'Påverkan', en: 'Advocacy' } }],
  business: boardBusiness,
  desk: async ({ db, locale: l, today }) => {
    const t = textsOf(l).desk
    const { due, toSend } = await countToDo(db, addDays(today, daysAhead))
    const href = advocacyPaths.list
    return [
      { count: due, text: t.deadlines(due), href },
      { count: toSend, text: t.toSend(toSend), href },
    ].filter(({ count }) => count > 0)
  },
  waiting: async ({ db, locale: l, today }, actor) => {
    const t = textsOf(l).waiting
    const codes = endorsesFor(actor).map(({ code }) => code)
    const texts = await listToEndorse(db, codes, today)
    const comments = can(actor, 'advocacy.edit') ? await countOpenComments(db) : []
    return [
      ...texts.map(
        ({ matterId, title, deadline, code, organisation, endorsed }): WaitingItem => ({
          text: endorsed === null ? t.endorse(organisation, title) : t.confirm(organisation, title),
          href: advocacyPaths.endorse(matterId, code),
          ...(deadline && { due: deadline }),
        }),
      ),
      ...comments.map(({ matterId, title, count }) => ({
        text: t.comments(count, title),
        href: advocacyPaths.text(matterId),
      })),
    ]
  },
  happened: async ({ db, locale: l }, { organisationCodes, since }) => {
    const t = textsOf(l).happened
    const [sent, endorsed] = await Promise.all([
      listSentSince(db, since),
      listEndorsedSince(db, organisationCodes, since),
    ])
    return [
      ...sent.map(({ id, title, at, madeUp }) => ({
        at,
        text: t.sent(title),
        href: advocacyPaths.matter(id, title),
        madeUp,
      })),
      ...endorsed.map(({ id, title, organisation, at, madeUp }) => ({
        at,
        text: t.endorsed(organisation, title),
        href: advocacyPaths.matter(id, title),
        madeUp,
      })),
    ]
  },
  related: async ({ db, locale: l, remember }, about) => {
    if (!('organisationCode' in about)) return []
    const { organisationCode } = about
    const { sent } = await remember(`responses of ${organisationCode}`, async () => ({
      sent: await listSentOf(db, organisationCode, shown),
    }))
    if (sent.length === 0) return []
    const t = textsOf(l)
    return [
      {
        title: t.related,
        links: sent.map(({ id, title, language, at, madeUp }) => ({
          href: advocacyPaths.matter(id, title),
          label: title,
          lang: otherLanguage(language, l),
          note: l.date(at),
          madeUp,
        })),
        more: { href: advocacyPaths.list, label: t.moreRelated },
      },
    ]
  },
  personalData: readPersonal,
  erase: (trx, personId) => forgetPerson(trx, personId),
}
