import type { Typed } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Details } from '#ui/components/details.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { errorTexts } from '#ui/components/fields-of.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import type { FileRow } from '../draft-queries.ts'
import { applicationPaths } from '../paths.ts'
import type { Application, TakenStep } from '../queries.ts'
import type { Review } from '../review-queries.ts'
import type { Conflict } from '../step-queries.ts'
import { textsOf } from '../texts.ts'
import { StepForms } from './office-forms.tsx'
import { History, StateTag } from './parts.tsx'
import { Content } from './status.tsx'
import { Views } from './views.tsx'

export interface OfficePageProps {
  l: Locale
  application: Application
  files: FileRow[]
  steps: TakenStep[]
  reviews: Review[]
  conflicts: Conflict[]
  /** Whether the reader takes the secretariat's steps. */
  mayCheck: boolean
  typed: Typed
  errors: Record<string, string>
  done: string | undefined
}

/** An application with everything inside the association: views, conflicts, the full log, the next step. */
export function OfficePage(props: OfficePageProps) {
  const { l, application, files, steps, reviews, conflicts, mayCheck, errors, done } = props
  const texts = textsOf(l)
  const t = texts.office
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs l={l} steps={[{ href: l.href(applicationPaths.office), label: t.title }]} />
      <Done text={done && t.notices[done]} />
      <PageHeader
        title={texts.mine.title(application.organisationName)}
        lead={`${t.starter} ${application.startedByName}`}
      >
        <StateTag l={l} application={application} />
      </PageHeader>
      {mayCheck && <StepForms {...props} />}
      {application.decided_on && (
        <section class="flow" aria-labelledby="beslutet">
          <h2 id="beslutet">{t.decisionTitle}</h2>
          <p>{t.decisionOf(l.date(application.decided_on), application.paragraph)}</p>
          {application.decision_text && <p class="written">{application.decision_text}</p>}
        </section>
      )}
      {application.recommendation && <Recommendation l={l} application={application} />}
      {application.state !== 'submitted' && application.state !== 'incomplete' && (
        <section class="flow" aria-labelledby="yttranden">
          <h2 id="yttranden">{t.views}</h2>
          <Views l={l} reviews={reviews} />
        </section>
      )}
      {conflicts.length > 0 && (
        <section class="flow" aria-labelledby="jav">
          <h2 id="jav">{t.conflicts}</h2>
          <ul>
            {conflicts.map(({ personId, name, reason }) => (
              <li key={personId}>
                {name}: {reason || t.conflictOwn}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Details summary={t.contents}>
        <Content l={l} application={application} files={files} />
      </Details>
      <section class="flow" aria-labelledby="historik">
        <h2 id="historik">{texts.mine.history}</h2>
        <History l={l} steps={steps} inside />
      </section>
    </>
  )
}

/** What the expert group advises, and why. */
export function Recommendation({
  l,
  application,
  level = 2,
}: {
  l: Locale
  application: Application
  level?: 2 | 4
}) {
  const texts = textsOf(l)
  const Heading = `h${level}` as const
  if (!application.recommendation) return null
  return (
    <section class="card flow">
      <Heading>{texts.office.recommendation}</Heading>
      <p>
        <strong>{texts.decisions[application.recommendation]}</strong>
      </p>
      <p class="written">{application.recommendation_text}</p>
    </section>
  )
}
