import type { Typed } from '#platform/http/form.ts'
import { textIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { Details } from '#ui/components/details.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import type { FileRow } from '../draft-queries.ts'
import { applicationPaths } from '../paths.ts'
import type { Application } from '../queries.ts'
import type { Review } from '../review-queries.ts'
import { textsOf } from '../texts.ts'
import { Recommendation } from './office-application.tsx'
import { StateTag } from './parts.tsx'
import { Choice, ReviewForm } from './review-form.tsx'
import { Content } from './status.tsx'
import { Views } from './views.tsx'

export interface ReviewPageProps {
  l: Locale
  application: Application
  files: FileRow[]
  reviews: Review[]
  mine: Review | undefined
  /** Whether the reader is partial (jäv). */
  partial: boolean
  /** Views that a joint recommendation needs. */
  needed: number
  typed: Typed
  errors: Record<string, string>
  done: string | undefined
}

/** The applicant's words and documents beside the reviewer's own view, then the joint recommendation. */
export function ReviewPage(props: ReviewPageProps) {
  const { l, application, files, reviews, mine, partial, errors, done } = props
  const texts = textsOf(l)
  const t = texts.experts
  const open = application.state === 'in-review'
  const due = application.review_due_on
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs l={l} steps={[{ href: l.href(applicationPaths.experts), label: t.title }]} />
      <Done text={done && t.notices[done]} />
      <PageHeader
        title={t.reviewTitle(application.organisationName)}
        lead={open ? due && t.reviewLead(l.date(due)) : t.closed}
      >
        <StateTag l={l} application={application} />
      </PageHeader>
      {partial && (
        <Notice tone="warning">
          <p>{t.partial}</p>
        </Notice>
      )}
      <div class={open && !partial ? 'side-by-side' : undefined}>
        <section class="flow" aria-labelledby="deras">
          <h2 id="deras">{t.theirs}</h2>
          <Content l={l} application={application} files={files} />
        </section>
        {open && !partial && <ReviewForm {...props} />}
      </div>
      {(open && !partial) || !open ? (
        <section class="flow" aria-labelledby="gruppen">
          <h2 id="gruppen">{t.others}</h2>
          {mine?.givenAt || !open ? <Views l={l} reviews={reviews} /> : <p>{t.othersHidden}</p>}
        </section>
      ) : null}
      {open && !partial && <JointForm {...props} />}
      {!open && <Recommendation l={l} application={application} />}
      {open && !partial && (
        <Declaration l={l} action={applicationPaths.reviewerConflict(application.id)} error={errors.reason} />
      )}
    </>
  )
}

function JointForm({ l, application, reviews, needed, typed, errors }: ReviewPageProps) {
  const texts = textsOf(l)
  const t = texts.experts
  const given = reviews.filter(({ givenAt }) => givenAt !== null).length
  const field = fieldsOf(typed, errors, texts.errors)
  return (
    <section class="flow" aria-labelledby="gemensam">
      <h2 id="gemensam">{t.joint}</h2>
      <p>{t.jointLead(needed, given)}</p>
      {given >= needed && (
        <form
          class="form"
          method="post"
          action={l.href(applicationPaths.recommend(application.id))}
          noValidate
        >
          <input type="hidden" name="version" value={application.version} />
          <Choice
            id="joint"
            name="joint"
            legend={t.joint}
            error={field('joint').error}
            options={Object.entries(texts.decisions).map(([value, label]) => ({ value, label }))}
            value={textIn(typed, 'joint')}
          />
          <Textarea {...field('text')} label={t.jointText} rows={6} />
          <div class="row">
            <Button>{t.jointSend}</Button>
          </div>
        </form>
      )}
    </section>
  )
}

/** Says that oneself is partial in the matter. */
function Declaration({
  l,
  action,
  error,
}: {
  l: Locale
  action: string
  /** Key of what was wrong. */
  error?: string | undefined
}) {
  const texts = textsOf(l)
  const t = texts.experts
  return (
    <Details summary={t.declare} open={error !== undefined}>
      <p>{t.declareText}</p>
      <form class="form" method="post" action={l.href(action)} noValidate>
        <Textarea
          id="reason"
          name="reason"
          label={t.declareReason}
          error={error && texts.errors[error]}
          rows={3}
        />
        <div class="row">
          <Button variant="secondary">{t.declareButton}</Button>
        </div>
      </form>
    </Details>
  )
}
