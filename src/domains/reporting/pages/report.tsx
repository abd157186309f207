import type { Typed } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { Details } from '#ui/components/details.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Checkbox, FileInput } from '#ui/components/field.tsx'
import { errorTexts } from '#ui/components/fields-of.ts'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Tag } from '#ui/components/tag.tsx'
import { reportingPaths } from '../paths.ts'
import { isUnexplained, type Line } from '../report-lines.ts'
import type { Report, TakenStep } from '../report-queries.ts'
import { canAnswer, isDelivered, isOpen } from '../rules.ts'
import { textsOf } from '../texts.ts'
import { PutToUse } from './put-to-use.tsx'
import { ReportTag } from './report-tag.tsx'
import { AnswerTable, Steps } from './review.tsx'
import { WayOn } from './way-on.tsx'

export interface ReportPageProps {
  l: Locale
  report: Report
  lines: Line[]
  steps: TakenStep[]
  mayApprove: boolean
  typed: Typed
  errors: Record<string, string>
  done: string | undefined
  /** `YYYY-MM-DD`. */
  today: string
}

/** A member's report of a year: its figures with what is answered, and the way on. */
export function ReportPage(props: ReportPageProps) {
  const { l, report, lines, steps, errors, done, today } = props
  const texts = textsOf(l)
  const t = texts.report
  const open = canAnswer(report)
  const asked =
    report.state === 'returned'
      ? steps.findLast(({ step }) => step === 'send-back' || step === 'ask-again')
      : undefined
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs l={l} steps={[{ href: l.href(reportingPaths.mine), label: texts.mine.title }]} />
      <Done text={done && t.notices[done]} />
      <PageHeader title={t.title(report.name, report.year)} lead={leadOf(props)}>
        <ReportTag l={l} state={report.state} />
      </PageHeader>
      {open && !report.correctionsOnly && report.dueOn < today && report.state === 'open' && (
        <Notice tone="warning">
          <p>{t.overdue(l.date(report.dueOn))}</p>
        </Notice>
      )}
      {asked?.text && (
        <Notice tone="warning" title={t.returned}>
          <p class="written">{asked.text}</p>
        </Notice>
      )}
      {open ? (
        <Figures {...props} />
      ) : (
        <AnswerTable l={l} caption={t.title(report.name, report.year)} lines={lines} />
      )}
      <WayOn {...props} />
      {isDelivered(report.state) && <PutToUse l={l} report={report} />}
      <Steps l={l} steps={steps} />
      {open && <Approval {...props} />}
    </>
  )
}

function Figures({ l, report, lines }: ReportPageProps) {
  const texts = textsOf(l)
  const t = texts.report
  const workbook = l.href(reportingPaths.workbook(report.code, report.year))
  const file = { id: 'fil', name: 'fil', label: texts.workbook.file, hint: texts.workbook.fileHint }
  return (
    <section class="flow" aria-labelledby="nyckeltal">
      <h2 id="nyckeltal">{t.figures}</h2>
      <ul class="task-list">
        {lines.map((line) => {
          const { id, title, value, answer } = line
          return (
            <li key={id}>
              <span>
                <a
                  href={l.href(reportingPaths.figure(report.code, report.year, id))}
                  aria-describedby={`lage-${id}`}
                >
                  {title}
                </a>{' '}
                {value}
                {answer?.answeredBy && (
                  <span class="task-list__by">
                    {t.by(answer.answeredBy, l.date(new Date(answer.answeredAt)))}
                  </span>
                )}
              </span>
              <span id={`lage-${id}`}>
                {answer?.question ? (
                  <Tag tone="warning">{t.asked}</Tag>
                ) : value === undefined ? (
                  <Tag tone="outline">{t.todo}</Tag>
                ) : isUnexplained(line) ? (
                  <Tag tone="warning">{t.look}</Tag>
                ) : (
                  <Tag tone="brand">{t.done}</Tag>
                )}
              </span>
            </li>
          )
        })}
      </ul>
      <Details summary={texts.workbook.summary}>
        <p>
          <a href={workbook}>{texts.workbook.download}</a>
        </p>
        <form class="form" method="post" action={workbook} encType="multipart/form-data">
          <FileInput {...file} accept=".xlsx" />
          <Button variant="secondary">{texts.workbook.look}</Button>
        </form>
      </Details>
    </section>
  )
}

/** What to do now, in one line. */
function leadOf({ l, report }: ReportPageProps): string {
  const t = textsOf(l).report
  if (report.wasPublished || report.correctionsOnly) {
    return canAnswer(report) ? t.correctLead : t.publishedLead
  }
  if (canAnswer(report)) return t.lead(l.date(report.dueOn))
  return isOpen(report.state) ? t.roundClosed : t.closedLead
}

/** Whether the contact official is to approve; the contact official decides. */
function Approval({ l, report, mayApprove }: ReportPageProps) {
  const t = textsOf(l).report
  if (!mayApprove) return report.wantsApproval ? <p>{t.approval}.</p> : null
  return (
    <form class="form" method="post" action={l.href(reportingPaths.approval(report.code))}>
      <input type="hidden" name="ar" value={String(report.year)} />
      <Checkbox id="godkanns" name="godkanns" label={t.approval} checked={report.wantsApproval} />
      <Button variant="secondary">{t.approvalSave}</Button>
    </form>
  )
}
