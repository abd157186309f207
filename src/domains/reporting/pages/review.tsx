import { type Typed, textIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { Details } from '#ui/components/details.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import { reportingPaths } from '../paths.ts'
import type { Line } from '../report-lines.ts'
import type { Report, TakenStep } from '../report-queries.ts'
import { allows, roundKey } from '../rules.ts'
import { textsOf } from '../texts.ts'
import { ReportTag } from './report-tag.tsx'

export interface ReviewPageProps {
  l: Locale
  report: Report
  lines: Line[]
  steps: TakenStep[]
  typed: Typed
  errors: Record<string, string>
}

/** A member's report as the secretariat looks at it: every value beside the last one, with what is odd. */
export function ReviewPage({ l, report, lines, steps, typed, errors }: ReviewPageProps) {
  const texts = textsOf(l)
  const t = texts.review
  const field = fieldsOf(typed, errors, texts.errors)
  const version = <input type="hidden" name="version" value={String(report.version)} />
  const action = l.href(reportingPaths.review(report.year, report.code))
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs
        l={l}
        steps={[
          { href: l.href(reportingPaths.rounds), label: texts.rounds.title },
          {
            href: l.href(reportingPaths.round(roundKey(report))),
            label: texts.round.title(report.year, report.kind),
          },
        ]}
      />
      <PageHeader title={t.title(report.name, report.year)}>
        <ReportTag l={l} state={report.state} />
      </PageHeader>
      <AnswerTable l={l} caption={t.title(report.name, report.year)} lines={lines} />
      {allows(report.state, 'verify') && (
        <form method="post" action={action}>
          {version}
          <input type="hidden" name="steg" value="verify" />
          <Button>{t.verify}</Button>
        </form>
      )}
      {allows(report.state, 'send-back') && (
        <Details summary={t.sendBack} open={errors.text !== undefined}>
          <form class="form" method="post" action={action} noValidate>
            {version}
            <input type="hidden" name="steg" value="send-back" />
            <Textarea {...field('text')} value={textIn(typed, 'text')} label={t.what} rows={3} />
            <fieldset class="boxes flow">
              <legend>{t.perFigure}</legend>
              {lines
                .filter(({ answer }) => answer)
                .map(({ id, title }) => (
                  <Input key={id} {...field(`fraga-${id}`)} label={title} />
                ))}
            </fieldset>
            <Button variant="secondary">{t.sendBack}</Button>
          </form>
        </Details>
      )}
      <Steps l={l} steps={steps} />
    </>
  )
}

/** What is reported of each figure, beside the last value and with what is odd about it. */
export function AnswerTable({ l, caption, lines }: { l: Locale; caption: string; lines: Line[] }) {
  const texts = textsOf(l)
  const t = texts.review
  return (
    <DataTable
      l={l}
      id="svar"
      caption={caption}
      captionHidden
      rows={lines}
      rowKey={({ id }) => id}
      columns={[
        { key: 'figure', head: t.figure, rowHead: true, cell: ({ title }) => title },
        { key: 'value', head: t.value, numeric: true, cell: ({ value }) => value ?? t.unanswered },
        { key: 'before', head: t.before, numeric: true, cell: ({ before }) => before ?? '–' },
        {
          key: 'odd',
          head: t.remarks,
          cell: ({ warnings, answer }) =>
            warnings.length === 0
              ? t.none
              : `${warnings.map((warning) => texts.warnings[warning]).join(' ')}${answer?.comment ? '' : ` ${t.noComment}`}`,
        },
        {
          key: 'comment',
          head: t.comment,
          cell: ({ answer }) => (
            <>
              {answer?.comment}
              {answer?.reason && <p>{t.reason(answer.reason)}</p>}
              {answer?.question && <p class="subtle">{t.openQuestion(answer.question)}</p>}
            </>
          ),
        },
        { key: 'by', head: t.by, cell: ({ answer }) => answer?.answeredBy ?? '' },
      ]}
    />
  )
}

/** What has happened with a report, oldest first. */
export function Steps({ l, steps }: { l: Locale; steps: TakenStep[] }) {
  const texts = textsOf(l)
  if (steps.length === 0) return null
  return (
    <section class="flow" aria-labelledby="historik">
      <h2 id="historik">{texts.review.history}</h2>
      <ul>
        {steps.map((step) => (
          <li key={step.id}>
            {l.moment(step.at)}: {step.byName} {texts.steps[step.step]}
            {step.text && (
              <>
                : <span class="written">”{step.text}”</span>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
