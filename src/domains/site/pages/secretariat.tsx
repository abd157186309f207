import type { Appointed } from '#domains/members/index.ts'
import { association, firstLanguage } from '#platform/association.ts'
import { inLanguage, type Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { DefinitionList } from '#ui/components/definition-list.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { Told } from '#ui/components/told.tsx'
import { sitePaths } from '../paths.ts'
import { textsOf } from '../texts.ts'

export interface SecretariatPageProps {
  l: Locale
  appointed: Appointed[]
}

/** How to reach the secretariat, and who represents the association. */
export function SecretariatPage({ l, appointed }: SecretariatPageProps) {
  const { secretariat: t, about } = textsOf(l)
  const holding = (role: Appointed['role']) => appointed.filter((person) => person.role === role)
  const madeUp = appointed.some((person) => person.madeUp)
  return (
    <>
      <Breadcrumbs l={l} steps={[{ href: l.href(sitePaths.about), label: about.title }]} />
      <PageHeader title={t.title} lead={t.lead} />
      <Contact l={l} />
      {madeUp && (
        <Notice tone="warning">
          <p>{t.madeUpPeople}</p>
        </Notice>
      )}
      <section aria-labelledby="kansliet">
        <h2 id="kansliet">{t.groups.secretariat}</h2>
        <People l={l} people={holding('secretariat')} />
      </section>
      <section aria-labelledby="styrelsen">
        <h2 id="styrelsen">{t.boardTitle}</h2>
        <p>
          {t.boardLead} <a href={l.href('/styrelse/beslut')}>{t.boardDecisions}</a>
        </p>
        {(['board-chair', 'board-member', 'board-substitute'] as const).map((role) => (
          <div key={role} class="flow">
            <h3>{t.groups[role]}</h3>
            <People l={l} people={holding(role)} />
          </div>
        ))}
      </section>
      <section aria-labelledby="expertgruppen">
        <h2 id="expertgruppen">{t.groups['expert-group']}</h2>
        <p>{t.expertLead}</p>
        <People l={l} people={holding('expert-group')} />
      </section>
    </>
  )
}

function Contact({ l }: { l: Locale }) {
  const { secretariat } = association
  const t = textsOf(l).secretariat
  const address = secretariat.address.map((line, i) => (
    <span key={line} lang={firstLanguage}>
      {i > 0 && <br />}
      {line}
    </span>
  ))
  return (
    <section aria-labelledby="kontakt">
      <h2 id="kontakt">{t.contactTitle}</h2>
      {t.example && (
        <Notice tone="warning" title={t.exampleTitle}>
          <p>{t.example}</p>
        </Notice>
      )}
      <DefinitionList
        items={[
          { term: t.address, meaning: address },
          { term: t.telephone, meaning: secretariat.telephone },
          { term: t.email, meaning: secretariat.email },
        ]}
      />
    </section>
  )
}

function People({ l, people }: { l: Locale; people: Appointed[] }) {
  const { secretariat: t, madeUp } = textsOf(l)
  if (people.length === 0) return <p>{t.nobody}</p>
  return (
    <ul>
      {people.map((person) => {
        // On the board the heading already says the title.
        const titled = !person.role.startsWith('board') && inLanguage(person.title, l) !== ''
        return (
          <li key={`${person.name} ${person.homeName}`}>
            <strong>{person.name}</strong>
            {titled && (
              <>
                , <Told l={l} texts={person.title} />
              </>
            )}
            {person.homeName && `, ${t.homeOf(person.homeName)}`}{' '}
            {person.madeUp && <MadeUpBadge label={madeUp} />}
          </li>
        )
      })}
    </ul>
  )
}
