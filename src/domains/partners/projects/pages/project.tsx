import { organisationPaths } from '#domains/members/index.ts'
import { type Locale, otherLanguage } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { type Definition, DefinitionList } from '#ui/components/definition-list.tsx'
import { Markdown } from '#ui/components/markdown.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { partnerPaths } from '../../paths.ts'
import { textsOf } from '../../texts.ts'
import type { Project } from '../queries.ts'
import { tellingOf } from '../telling.ts'

/** One project: who, when, for how much, and what came of it. */
export function ProjectPage({ l, project, mayEdit }: { l: Locale; project: Project; mayEdit: boolean }) {
  const texts = textsOf(l)
  const t = texts.projects
  const { language, lead, results } = tellingOf(project, l)
  const lang = otherLanguage(language, l)
  return (
    <>
      <Breadcrumbs
        l={l}
        steps={[
          { href: l.href(partnerPaths.start), label: texts.back },
          { href: l.href(partnerPaths.projects), label: t.title },
        ]}
      />
      <PageHeader title={project.name} lead={<span lang={lang}>{lead}</span>}>
        {lang && <p class="subtle">{texts.onlyIn[lang]}</p>}
        {project.madeUp && (
          <p>
            <MadeUpBadge label={texts.madeUp} /> {t.madeUp}
          </p>
        )}
      </PageHeader>
      <DefinitionList items={factsOf(l, project)} />
      <section class="flow narrow" aria-labelledby="resultat">
        <h2 id="resultat">{t.results}</h2>
        {results ? (
          <div lang={lang}>
            <Markdown text={results} level={3} />
          </div>
        ) : (
          <p>{t.noResults}</p>
        )}
      </section>
      {project.links.length > 0 && (
        <section class="flow" aria-labelledby="lankar">
          <h2 id="lankar">{t.links}</h2>
          <ul>
            {project.links.map(({ label, address }) => (
              <li key={address}>
                <a href={address}>{label}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {mayEdit && (
        <p>
          <a href={l.href(partnerPaths.ownProject(project.id))}>{t.edit}</a>
        </p>
      )}
    </>
  )
}

function factsOf(l: Locale, project: Project): Definition[] {
  const t = textsOf(l).projects
  const { begins, ends, members, networks, otherPartners, amount, currency, funder } = project
  const sum = amount === null ? '' : l.number(amount)
  const money = t.moneyOf(sum, sum && currency, funder)
  return [
    { term: t.years, meaning: t.yearsOf(begins, ends) },
    ...(members.length > 0
      ? [
          {
            term: t.members,
            meaning: members.map(({ code, name }, i) => (
              <>
                {i > 0 && ', '}
                <a href={l.href(organisationPaths.profile(code))}>{name}</a>
              </>
            )),
          },
        ]
      : []),
    ...(networks.length > 0 || otherPartners
      ? [
          {
            term: t.partners,
            meaning: (
              <>
                {networks.map(({ id, name }, i) => (
                  <>
                    {i > 0 && ', '}
                    <a href={l.href(partnerPaths.network(id))}>{name}</a>
                  </>
                ))}
                {networks.length > 0 && otherPartners && ', '}
                <span lang="sv">{otherPartners}</span>
              </>
            ),
          },
        ]
      : []),
    ...(money ? [{ term: t.money, meaning: money }] : []),
  ]
}
