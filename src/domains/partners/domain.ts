import type { Database } from '#database/tables.ts'
import { can } from '#domains/accounts/index.ts'
import { examplePaths } from '#domains/good-examples/index.ts'
import type { Domain } from '#platform/http/context.ts'
import { fetchJob } from './exchange/office-routes.tsx'
import { listSubscriptions } from './exchange/queries.ts'
import { fetchAll } from './exchange/receive.ts'
import { officeTextsOf } from './office-texts.ts'
import { partnerPaths } from './paths.ts'
import { forgetPerson, readPersonal } from './personal-queries.ts'
import { insideRoutes, routes } from './routes.tsx'
import { listWishedOf } from './translations/queries.ts'
import { tellAuthors } from './translations/tell.ts'
import { forgetOldVisits } from './visits/actions.ts'
import { countWaitingVisits, listVisitsFor } from './visits/queries.ts'

/** The world outside as everyone reads it; in Finnish too. */
export const partners: Domain<Database> = {
  name: 'partners',
  routes,
  menu: [],
  translated: ['fi'],
}

/** What members and the secretariat do with partners, projects, visits and the open exchange. */
export const partnersInside: Domain<Database> = {
  name: 'partners-inside',
  routes: insideRoutes,
  menu: [],
  desk: async ({ db, locale: l }) => {
    const t = officeTextsOf(l).office
    const [visits, subscriptions] = await Promise.all([countWaitingVisits(db), listSubscriptions(db)])
    const faulty = subscriptions.filter(({ documents }) =>
      documents.some(({ fault }) => fault !== null),
    ).length
    return [
      ...(visits > 0 ? [{ count: visits, text: t.desk(visits), href: partnerPaths.visits }] : []),
      ...(faulty > 0
        ? [{ count: faulty, text: t.deskFaults(faulty), href: partnerPaths.exchangeOffice }]
        : []),
    ]
  },
  waiting: async ({ db, locale: l, today }, actor) => {
    if (!can(actor, 'network.use')) return []
    const t = officeTextsOf(l)
    const [visits, wished] = await Promise.all([
      listVisitsFor(db, actor.personId),
      listWishedOf(db, actor.personId, today),
    ])
    return [
      ...visits.map(({ id, organisation, earliest }) => ({
        text: t.visits.waiting(organisation),
        href: partnerPaths.ownVisit(id),
        due: earliest,
      })),
      ...wished.map(({ exampleId, title }) => ({
        text: t.translations.waiting(title),
        href: examplePaths.text(exampleId, 'en'),
      })),
    ]
  },
  personalData: readPersonal,
  erase: forgetPerson,
  jobs: [
    {
      name: fetchJob,
      schedule: '25 3 * * *',
      run: ({ db, config, now }) => fetchAll({ db, config, now }),
    },
    {
      name: 'tell-of-translation-wishes',
      schedule: '*/10 * * * *',
      run: ({ db, config, now, today }) => tellAuthors(db, { baseUrl: config.baseUrl, now, today }),
    },
    {
      name: 'forget-visits',
      schedule: '35 3 * * *',
      run: ({ db, now, today }) => forgetOldVisits(db, now, today),
    },
  ],
}
