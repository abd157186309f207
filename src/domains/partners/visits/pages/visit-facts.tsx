import type { Locale } from '#platform/i18n.ts'
import { DefinitionList } from '#ui/components/definition-list.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { countryName } from '../../countries.ts'
import { officeTextsOf } from '../../office-texts.ts'
import { textsOf } from '../../texts.ts'
import type { Visit } from '../queries.ts'

/** What somebody who wants to come says. */
export function VisitFacts({ l, visit }: { l: Locale; visit: Visit }) {
  const t = officeTextsOf(l).visits
  return (
    <DefinitionList
      items={[
        {
          term: t.who,
          meaning: (
            <>
              {visit.name}, {visit.organisation}, {countryName(l, visit.country)}{' '}
              {visit.madeUp && <MadeUpBadge label={textsOf(l).madeUp} />}
            </>
          ),
        },
        { term: t.when, meaning: t.peopleWhen(visit.people, l.date(visit.earliest), l.date(visit.latest)) },
        { term: t.language, meaning: t.languages[visit.visitLanguage] },
        { term: t.wants, meaning: <span class="written">{visit.wishes}</span> },
      ]}
    />
  )
}
