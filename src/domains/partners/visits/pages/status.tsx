import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { DefinitionList } from '#ui/components/definition-list.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { countryName } from '../../countries.ts'
import { partnerPaths } from '../../paths.ts'
import { textsOf } from '../../texts.ts'
import type { Visit } from '../queries.ts'

/** How it stands with a wish to visit, for who asked. */
export function StatusPage({ l, visit, token }: { l: Locale; visit: Visit; token: string }) {
  const texts = textsOf(l)
  const t = texts.status
  const says = visit.state === 'accepted' ? t.accepted(visit.host?.name ?? '') : t[visit.state]
  const tone = visit.state === 'accepted' ? 'success' : visit.state === 'unconfirmed' ? 'warning' : 'info'
  const isOpen = ['unconfirmed', 'waiting', 'asked'].includes(visit.state)
  return (
    <>
      <Breadcrumbs l={l} steps={[{ href: l.href(partnerPaths.start), label: texts.back }]} />
      <PageHeader title={t.title} lead={t.lead} />
      <Notice tone={tone}>
        <p>{says}</p>
      </Notice>
      {visit.state === 'unconfirmed' && (
        <form method="post" action={l.href(partnerPaths.visitConfirm(token))}>
          <Button>{t.confirm}</Button>
        </form>
      )}
      {visit.reply && (
        <section class="flow" aria-labelledby="svar">
          <h2 id="svar">{t.reply}</h2>
          <p class="written">{visit.reply}</p>
        </section>
      )}
      <section class="flow" aria-labelledby="skrev">
        <h2 id="skrev">{t.yours}</h2>
        <DefinitionList
          items={[
            {
              term: texts.visit.organisation,
              meaning: `${visit.organisation}, ${countryName(l, visit.country)}`,
            },
            { term: texts.visit.people, meaning: l.number(visit.people) },
            { term: texts.visit.when, meaning: `${l.date(visit.earliest)} – ${l.date(visit.latest)}` },
            { term: texts.visit.language, meaning: texts.visit.languages[visit.visitLanguage] },
            { term: texts.visit.what, meaning: <span class="written">{visit.wishes}</span> },
          ]}
        />
      </section>
      {isOpen && (
        <form method="post" action={l.href(partnerPaths.visitWithdraw(token))}>
          <Button variant="secondary">{t.withdraw}</Button>
        </form>
      )}
    </>
  )
}
