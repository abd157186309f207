import type { CheckData, KeyFigure, Warning } from '#domains/key-figures/index.ts'
import { type Typed, textIn } from '#platform/http/form.ts'
import { inLanguage, type Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input, Select } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import { missingReasons } from '../answer-form.ts'
import type { Answer } from '../answer-queries.ts'
import type { Background } from '../expectation.ts'
import { reportingPaths } from '../paths.ts'
import type { Report } from '../report-queries.ts'
import type { Suggestions } from '../suggestions.ts'
import { textsOf } from '../texts.ts'
import { Earlier } from './earlier.tsx'

export interface FigureFormPageProps {
  l: Locale
  report: Report
  figure: KeyFigure
  title: string
  background: Background
  suggestions: Suggestions
  /** The answer as it stands. */
  answer: Answer | undefined
  /** The answer would correct what is public. */
  corrects: boolean
  typed: Typed
  errors: Record<string, string>
  /** What is odd about the value that was just saved. */
  warnings: Warning[]
  /** Where to go on to. */
  next: string
  /** Why nothing was saved, in words. */
  notice?: string
}

/** One figure to report: what it is, how one gets at it, what one had before, and the answer. */
export function FigureFormPage(props: FigureFormPageProps) {
  const { l, report, figure, title, errors, answer, warnings, next, notice } = props
  const texts = textsOf(l)
  const t = texts.figure
  const here = reportingPaths.report(report.code, report.year)
  const { numerator, denominator } = figure
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs
        l={l}
        steps={[
          { href: l.href(reportingPaths.mine), label: texts.mine.title },
          { href: l.href(here), label: texts.report.title(report.name, report.year) },
        ]}
      />
      {notice && (
        <Notice tone="warning" role="alert">
          <p>{notice}</p>
        </Notice>
      )}
      {warnings.length > 0 && (
        <Notice tone="warning" role="alert" title={t.odd}>
          {warnings.map((warning) => (
            <p key={warning}>{texts.warnings[warning]}</p>
          ))}
          <p>
            {t.oddText} <a href={l.href(next)}>{t.onward}</a>
          </p>
        </Notice>
      )}
      <PageHeader title={title} lead={`${report.name}, ${report.year}`} />
      {answer?.question && (
        <Notice tone="warning" title={t.question}>
          <p class="written">{answer.question}</p>
          <p>{t.questionHow}</p>
        </Notice>
      )}
      <h2 id="vad">{t.what}</h2>
      <p>{inLanguage(figure.explanation, l)}</p>
      {numerator && denominator && (
        <p>
          <strong>{t.how}:</strong> {t.fraction(inLanguage(numerator, l), inLanguage(denominator, l))}
        </p>
      )}
      <p>
        <strong>{t.producer}:</strong> {inLanguage(figure.producer, l)}
      </p>
      <Earlier {...props} marked={answer?.value ?? props.background.previous} />
      <AnswerForm {...props} />
      <p>
        <a href={l.href(here)}>{t.back}</a>
      </p>
    </>
  )
}

function AnswerForm(props: FigureFormPageProps) {
  const { l, report, figure, typed, errors, answer, corrects, suggestions } = props
  const texts = textsOf(l)
  const t = texts.figure
  const field = fieldsOf(typed, errors, texts.errors)
  const unit = inLanguage(figure.unit, l)
  const { numerator, denominator } = figure
  return (
    <form
      class="form"
      method="post"
      action={l.href(reportingPaths.figure(report.code, report.year, figure.id))}
      data-check={JSON.stringify(checkData(props))}
      noValidate
    >
      <h2 id="svar">{t.answer}</h2>
      {answer?.answeredBy && (
        <p class="subtle">{t.savedBy(answer.answeredBy, l.moment(answer.answeredAt))}</p>
      )}
      <input type="hidden" name="version" value={String(answer?.version ?? 0)} />
      <input type="hidden" name="forslag" value={suggestions.denominator} />
      <Input {...field('varde')} label={t.valueField(unit)} autocomplete="off" />
      {numerator && denominator && (
        <fieldset class="boxes flow">
          <legend>{t.parts}</legend>
          <Input {...field('taljare')} label={sentence(inLanguage(numerator, l))} autocomplete="off" />
          <Input
            {...field('namnare')}
            label={sentence(inLanguage(denominator, l))}
            hint={suggestions.denominatorHint}
            autocomplete="off"
          />
        </fieldset>
      )}
      <p class="says" role="status" data-check-says />
      <Select
        {...field('saknas')}
        value={textIn(typed, 'saknas')}
        label={t.missing}
        options={[
          { value: '', label: t.missingNone },
          ...missingReasons.map((value) => ({ value, label: texts.missing[value] })),
        ]}
      />
      <Textarea
        {...field('kommentar')}
        value={textIn(typed, 'kommentar')}
        label={t.comment}
        hint={suggestions.comment ? `${t.commentHint} ${t.lastComment(suggestions.comment)}` : t.commentHint}
        rows={3}
      />
      {corrects && (
        <Textarea
          {...field('skal')}
          value={textIn(typed, 'skal')}
          label={t.reason}
          hint={t.reasonHint}
          rows={2}
        />
      )}
      <Button>{t.save}</Button>
    </form>
  )
}

/** With a capital, as a label begins. */
function sentence(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

function checkData({ l, figure, background }: FigureFormPageProps): CheckData {
  const texts = textsOf(l)
  const { plausible, previous, median, percent } = background
  return {
    expectation: { plausible, previous, median, percent },
    language: l.language,
    decimals: figure.decimals,
    unit: inLanguage(figure.unit, l),
    words: {
      computed: texts.figure.computed,
      warnings: texts.warnings,
      comment: texts.figure.askComment,
    },
  }
}
