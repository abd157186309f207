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

/** So many are looked through for those pages, the newest first; read once for each version of the data. */
const mostKnown = 5000

/** What members have done, told so that others can do it too. */
export const goodExamples: Domain<Database> = {
  name: 'good-examples',
  routes,
  menu: [{ href: examplePaths.list, label: { sv: 'Goda exempel', en: 'Good examples' } }],
  related: async ({ db, locale: l, remember }, about) => {
    if ('personId' in about) return []
    const t = textsOf(l).related
    const all = await remember('published examples', () => listPublishedExamples(db, { limit: mostKnown }))
    const [examples, title, more, query] =
      'figureId' in about
        ? [
            all.filter(({ figures }) => figures.includes(about.figureId)),
            t.onFigure,
            t.moreOnFigure,
            `nyckeltal=${about.figureId}`,
          ]
        : [
            all.filter(({ organisation }) => organisation.code === about.organisationCode),
            t.ofOrganisation,
            t.moreOfOrganisation,
            `organisation=${about.organisationCode}`,
          ]
    if (examples.length === 0) return []
    return [
      {
        title,
        links: examples.slice(0, shown).map((example) => ({
          href: example.address,
          label: toldIn(example.title, l)?.text ?? '',
          note: textsOf(l).list.who(example.organisation.name, example.year),
          madeUp: example.madeUp,
        })),
        more: { href: `${examplePaths.list}?${query}`, label: more },
      },
    ]
  },
  personalData: async (db, personId) => ({ goodExamples: await readExamplesOfPerson(db, personId) }),
  erase: (trx, personId) => forgetPerson(trx, personId),
}
