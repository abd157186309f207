import { reasonWords } from '#domains/questions/index.ts'
import type { Typed } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Button } from '#ui/components/button.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import { officeTextsOf } from '../../office-texts.ts'
import { partnerPaths } from '../../paths.ts'
import type { AskedHost, Visit } from '../queries.ts'
import { VisitFacts } from './visit-facts.tsx'

export interface OwnVisitPageProps {
  l: Locale
  visit: Visit
  host: AskedHost
  typed: Typed
  errors: Record<string, string>
  done: string | undefined
}

/** Asks somebody at a member whether they can receive a visit. */
export function OwnVisitPage({ l, visit, host, typed, errors, done }: OwnVisitPageProps) {
  const texts = officeTextsOf(l)
  const t = texts.visits
  const field = fieldsOf(typed, errors, texts.errors)
  const isOpen = visit.state === 'asked' && host.state === 'asked'
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Done text={done && texts.notices[done]} />
      <PageHeader title={t.ownTitle(visit.organisation)} lead={t.ownLead} />
      <VisitFacts l={l} visit={visit} />
      {host.reasons.length > 0 && <p>{t.why(l.list(reasonWords(host.reasons, { l, voice: 'you' })))}</p>}
      {isOpen ? (
        <>
          <section class="flow" aria-labelledby="ta-emot">
            <h2 id="ta-emot">{t.acceptTitle}</h2>
            <form class="form" method="post" action={l.href(partnerPaths.acceptVisit(visit.id))} noValidate>
              <Textarea {...field('svar')} label={t.reply} hint={t.acceptHint} rows={6} />
              <Button>{t.accept}</Button>
            </form>
          </section>
          <section class="flow" aria-labelledby="kan-inte">
            <h2 id="kan-inte">{t.passTitle}</h2>
            <form class="form" method="post" action={l.href(partnerPaths.declineVisit(visit.id))} noValidate>
              <Textarea {...field('not')} label={t.note} hint={t.noteHint} rows={2} />
              <Button variant="secondary">{t.pass}</Button>
            </form>
          </section>
        </>
      ) : (
        <Notice>
          <p>
            {host.state === 'asked' ? t.settled : `${t.hostStates[host.state]}. ${t.states[visit.state]}.`}
          </p>
        </Notice>
      )}
    </>
  )
}
