import { textIn } from '#platform/http/form.ts'
import { Button } from '#ui/components/button.tsx'
import { Details } from '#ui/components/details.tsx'
import { fieldsOf } from '#ui/components/fields-of.ts'
import { Notice } from '#ui/components/notice.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import { reportingPaths } from '../paths.ts'
import { isUnexplained } from '../report-lines.ts'
import { allows, canAnswer, type ReportStep } from '../rules.ts'
import { textsOf } from '../texts.ts'
import type { ReportPageProps } from './report.tsx'

/** What can be done with the report as it stands. */
export function WayOn({ l, report, lines, mayApprove, typed, errors }: ReportPageProps) {
  const texts = textsOf(l)
  const t = texts.report
  const field = fieldsOf(typed, errors, texts.errors)
  const left = lines.filter(({ answer }) => !answer).length
  const odd = lines.filter(isUnexplained).length
  const questions = lines.filter(({ answer }) => answer?.question).length
  const open = canAnswer(report)
  const isWhole = left === 0 || report.correctionsOnly
  const form = (step: ReportStep, label: string, variant: 'primary' | 'secondary' = 'primary') => (
    <form method="post" action={l.href(reportingPaths.step(report.code, report.year))}>
      <input type="hidden" name="version" value={String(report.version)} />
      <input type="hidden" name="steg" value={step} />
      <Button variant={variant}>{label}</Button>
    </form>
  )
  return (
    <section class="flow" aria-label={t.submit}>
      {open && !report.correctionsOnly && <p>{t.left(left)}</p>}
      {open && questions > 0 && (
        <Notice tone="warning">
          <p>{t.questions(questions)}</p>
        </Notice>
      )}
      {open && odd > 0 && (
        <Notice tone="info">
          <p>{t.uncommented(odd)}</p>
        </Notice>
      )}
      {open &&
        isWhole &&
        (report.wantsApproval && !mayApprove
          ? form('submit-for-approval', t.submitForApproval)
          : form('submit', t.submit))}
      {allows(report.state, 'approve') && mayApprove && (
        <>
          {form('approve', t.approve)}
          <Details summary={t.askAgain} open={errors.text !== undefined}>
            <form
              class="form"
              method="post"
              action={l.href(reportingPaths.step(report.code, report.year))}
              noValidate
            >
              <input type="hidden" name="version" value={String(report.version)} />
              <input type="hidden" name="steg" value="ask-again" />
              <Textarea {...field('text')} value={textIn(typed, 'text')} label={texts.review.what} rows={3} />
              <Button variant="secondary">{t.askAgain}</Button>
            </form>
          </Details>
        </>
      )}
      {allows(report.state, 'correct') && form('correct', t.correct, 'secondary')}
    </section>
  )
}
