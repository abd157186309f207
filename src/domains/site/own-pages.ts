import type { OwnPage } from '#platform/http/context.ts'
import type { Locale } from '#platform/i18n.ts'
import { criterionPath, sitePaths } from './paths.ts'
import { statementsOf, textsOf } from './texts.ts'

/** What the pages of this house say, for the search. */
export function ownPages(l: Locale): OwnPage[] {
  const { about, criteria, history } = textsOf(l)
  const { accessibility, privacy } = statementsOf(l)
  const { vision, who, gets, works, join, voices } = about
  return [
    {
      address: sitePaths.about,
      title: about.title,
      lead: about.description,
      said: [vision, who.paragraphs, gets.items, works.parts, join.steps, voices.people],
    },
    { address: sitePaths.criteria, title: criteria.title, lead: criteria.description, said: criteria.lead },
    ...criteria.all.map(({ title, rule, meaning, example, conditions }, i) => ({
      address: criterionPath(i + 1),
      title: `${criteria.number(i + 1)}: ${title}`,
      lead: rule,
      said: [meaning, example, conditions],
    })),
    { address: sitePaths.history, title: history.title, lead: history.description, said: history },
    {
      address: sitePaths.accessibility,
      title: accessibility.title,
      lead: accessibility.description,
      said: accessibility,
    },
    { address: sitePaths.privacy, title: privacy.title, lead: privacy.description, said: privacy },
  ]
}
