import type { Database } from '#database/tables.ts'
import type { Domain } from '#platform/http/context.ts'
import { toldIn } from '#platform/i18n.ts'
import { forgetPerson, readExamplesOfPerson } from './contact-queries.ts'
import { examplePaths } from './paths.ts'
import { listPublishedExamples } from './queries.ts'
import { routes } from './routes.tsx'
import { textsOf } from './texts.ts'

/** So many examples stand on the page of a key figure or an organisation. */
const shown = 5

/** What members have done, told so that others can do it too. */
export const goodExamples: Domain<Database> = {
  name: 'good-examples',
  routes,
  menu: [{ href: examplePaths.list, label: { sv: 'Goda exempel', en: 'Good examples' } }],
  related: async ({ db, locale: l, remember }, about) => {
    const t = textsOf(l)
    const [filter, title, more, query] =
      'figureId' in about
        ? [
            { figureIds: [about.figureId] },
            t.related.onFigure,
            t.related.moreOnFigure,
            `nyckeltal=${about.figureId}`,
          ]
        : [
            { organisationCodes: [about.organisationCode] },
            t.related.ofOrganisation,
            t.related.moreOfOrganisation,
            `organisation=${about.organisationCode}`,
          ]
    const { examples } = await remember(`examples ${query}`, async () => ({
      examples: await listPublishedExamples(db, { ...filter, limit: shown }),
    }))
    if (examples.length === 0) return []
    return [
      {
        title,
        links: examples.map((example) => ({
          href: example.address,
          label: toldIn(example.title, l)?.text ?? '',
          note: t.list.who(example.organisation.name, example.year),
          madeUp: example.madeUp,
        })),
        more: { href: `${examplePaths.list}?${query}`, label: more },
      },
    ]
  },
  personalData: async (db, personId) => ({ goodExamples: await readExamplesOfPerson(db, personId) }),
  erase: (trx, personId) => forgetPerson(trx, personId),
}
