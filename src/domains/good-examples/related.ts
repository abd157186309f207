import type { Database } from '#database/tables.ts'
import type { About, Asked, RelatedPart } from '#platform/http/context.ts'
import { otherLanguage, toldIn } from '#platform/i18n.ts'
import { examplePaths } from './paths.ts'
import { listPublishedExamples } from './queries.ts'
import { textsOf } from './texts.ts'

/** So many examples stand on the page of a key figure or an organisation. */
const shown = 5

/** So many are looked through for those pages, the newest first; read once for each version of the data. */
const mostKnown = 5000

/** The examples on a key figure or of an organisation, for the pages that tell of it. */
export async function relatedExamples(
  { db, locale: l, remember }: Asked<Database>,
  about: About,
): Promise<RelatedPart[]> {
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
      links: examples.slice(0, shown).map((example) => {
        const told = toldIn(example.title, l)
        return {
          href: example.address,
          label: told?.text ?? '',
          lang: told ? otherLanguage(told.language, l) : undefined,
          note: textsOf(l).list.who(example.organisation.name, example.year),
          madeUp: example.madeUp,
        }
      }),
      more: { href: `${examplePaths.list}?${query}`, label: more },
    },
  ]
}
