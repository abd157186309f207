import type { Typed } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge, Tag } from '#ui/components/tag.tsx'
import { titleOf } from '../../asking.ts'
import { eventPaths } from '../../paths.ts'
import type { Event } from '../../queries.ts'
import { textsOf } from '../../texts.ts'
import { certificatePaths } from '../paths.ts'
import type { Trained } from '../queries.ts'
import { certificateTexts } from '../texts.ts'

export interface CertificatesPageProps {
  l: Locale
  event: Event
  trained: Trained[]
  ended: boolean
  typed: Typed
  errors: Record<string, string>
  done: string | undefined
}

/** Who was trained, who has a certificate, and the button that issues the rest. */
export function CertificatesPage({ l, event, trained, ended, typed, errors, done }: CertificatesPageProps) {
  const texts = certificateTexts(l)
  const t = texts.office
  const field = fieldsOf(typed, errors, texts.errors)
  const waiting = trained.filter(({ certificate }) => certificate === null).length
  const isTraining = event.kind === 'training'
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Done text={done && t.notices[done]} />
      <Breadcrumbs
        l={l}
        steps={[
          { href: l.href(eventPaths.office), label: textsOf(l).office.title },
          { href: l.href(eventPaths.edit(event.id)), label: titleOf(event, l) },
        ]}
      />
      <PageHeader title={t.title} lead={t.lead} />
      {!isTraining && <p>{t.notTraining}</p>}
      {isTraining && !ended && <p>{t.notYet}</p>}
      {isTraining && ended && waiting > 0 && (
        <form class="form" method="post" action={l.href(certificatePaths.office(event.id))} noValidate>
          <Input {...field('timmar')} label={t.hours} hint={t.hoursHint} />
          <Button>{t.issue(l.number(waiting))}</Button>
        </form>
      )}
      <section class="flow" aria-labelledby="incheckade">
        <h2 id="incheckade">{t.trained}</h2>
        {trained.length === 0 && <p class="subtle">{t.nobody}</p>}
        <ul class="people">
          {trained.map((one) => (
            <TrainedRow key={one.registrationId} l={l} event={event} trained={one} />
          ))}
        </ul>
      </section>
    </>
  )
}

function TrainedRow({ l, event, trained }: { l: Locale; event: Event; trained: Trained }) {
  const t = certificateTexts(l).office
  const { name, organisation, certificate, madeUp } = trained
  const withdrawn = certificate?.withdrawn ?? false
  const step = withdrawn ? certificatePaths.restore : certificatePaths.withdraw
  return (
    <li>
      <div>
        <h3>
          {name} {madeUp && <MadeUpBadge label={textsOf(l).madeUp} />}
        </h3>
        <p class="subtle">{organisation}</p>
      </div>
      {certificate ? (
        <div class="row">
          {withdrawn && <Tag tone="warning">{t.withdrawn}</Tag>}
          <a href={l.href(certificatePaths.verify(certificate.code))}>{t.has}</a>
          <form method="post" action={l.href(step(event.id, certificate.id))}>
            <button
              class="ds-button"
              type="submit"
              data-variant="tertiary"
              aria-label={withdrawn ? t.restoreOf(name) : t.withdrawOf(name)}
            >
              {withdrawn ? t.restore : t.withdraw}
            </button>
          </form>
        </div>
      ) : (
        <p class="subtle">{t.waits}</p>
      )}
    </li>
  )
}
