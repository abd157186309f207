import { keyFigurePaths } from '#domains/key-figures/index.ts'
import { organisationPaths } from '#domains/members/index.ts'
import { partnerPaths } from '#domains/partners/index.ts'
import type { Locale } from '#platform/i18n.ts'
import { Card, CardGrid } from '#ui/components/card.tsx'
import { DefinitionList } from '#ui/components/definition-list.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import type { MemberCount } from '../facts.ts'
import { sitePaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import { Paragraphs, Points } from './paragraphs.tsx'

export interface AboutPageProps {
  l: Locale
  members: MemberCount
}

/** What the association wants, is, gives and asks. */
export function AboutPage({ l, members }: AboutPageProps) {
  const { about: t, criteria, history, secretariat } = textsOf(l)
  const { vision, who, gets, works, join } = t
  const onward = [
    { path: sitePaths.criteria, label: criteria.title },
    { path: sitePaths.history, label: history.title },
    { path: sitePaths.secretariat, label: secretariat.title },
    { path: partnerPaths.start, label: t.international },
    { path: keyFigurePaths.list, label: gets.figures },
  ]
  return (
    <>
      <PageHeader title={t.title} lead={t.lead} />
      <section aria-labelledby="vision">
        <h2 id="vision">{vision.title}</h2>
        <Paragraphs texts={vision.paragraphs} />
        <p>
          <a href={l.href(sitePaths.criteria)}>{vision.criteria}</a>
        </p>
      </section>
      <section aria-labelledby="vilka">
        <h2 id="vilka">{who.title}</h2>
        <Paragraphs texts={who.paragraphs} />
        <p>
          {who.members(l.number(members.municipalities), l.number(members.regions))}{' '}
          {members.madeUp && `${who.madeUp} `}
          <a href={l.href(organisationPaths.list)}>{who.list}</a>
        </p>
      </section>
      <section aria-labelledby="medlem-far">
        <h2 id="medlem-far">{gets.title}</h2>
        <Points texts={gets.items} />
      </section>
      <section aria-labelledby="sa-fungerar">
        <h2 id="sa-fungerar">{works.title}</h2>
        <DefinitionList items={works.parts} />
        <p>
          <a href={l.href(sitePaths.secretariat)}>{works.secretariat}</a>
        </p>
      </section>
      <section aria-labelledby="bli-medlem">
        <h2 id="bli-medlem">{join.title}</h2>
        <ol>
          {join.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
      {t.voices.people.length > 0 && <Voices l={l} />}
      <nav class="flow" aria-labelledby="las-vidare">
        <h2 id="las-vidare">{t.onwardTitle}</h2>
        <ul>
          {onward.map(({ path, label }) => (
            <li key={path}>
              <a href={l.href(path)}>{label}</a>
            </li>
          ))}
        </ul>
      </nav>
    </>
  )
}

/** Retold, so not marked up as quotations. */
function Voices({ l }: { l: Locale }) {
  const { voices } = textsOf(l).about
  return (
    <section aria-labelledby="roster">
      <h2 id="roster">{voices.title}</h2>
      <p class="subtle">{voices.note}</p>
      <CardGrid size="large">
        {voices.people.map(({ who, role, text }) => (
          <Card key={who} title={who} accent>
            <p class="subtle">{role}</p>
            <p>{text}</p>
          </Card>
        ))}
      </CardGrid>
    </section>
  )
}
