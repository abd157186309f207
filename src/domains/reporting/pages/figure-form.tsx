import { amount, textsOf as figureTexts, type KeyFigure, type Warning } from '#domains/key-figures/index.ts'
import { type Typed, textIn } from '#platform/http/form.ts'
import { inLanguage, type Locale } from '#platform/i18n.ts'
import { Sparkline } from '#ui/charts/sparkline.tsx'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input, Select } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import { missingReasons } from '../answer-form.ts'
import type { Background } from '../expectation.ts'
import { reportingPaths } from '../paths.ts'
import type { Report } from '../report-queries.ts'
import { textsOf } from '../texts.ts'

export interface FigureFormPageProps {
  l: Locale
  report: Report
  figure: KeyFigure
  title: string
  background: Background
  typed: Typed
  errors: Record<string, string>
  /** The version of the answer that the form shows; 0: there is none. */
  version: number
  /** What is odd about the value that was just saved. */
  warnings: Warning[]
  /** Where to go on to. */
  next: string
  /** Why nothing was saved, in words. */
  notice?: string
}

/** One figure to report: what it is, how one gets at it, what one had before, and the answer. */
export function FigureFormPage(props: FigureFormPageProps) {
  const { l, report, figure, title, typed, errors, version, warnings, next, notice } = props
  const texts = textsOf(l)
  const t = texts.figure
  const field = fieldsOf(typed, errors, texts.errors)
  const here = reportingPaths.report(report.code, report.year)
  const { numerator, denominator } = figure
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs
        l={l}
        steps={[{ href: l.href(here), label: texts.report.title(report.name, report.year) }]}
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
      <h2 id="vad">{t.what}</h2>
      <p>{inLanguage(figure.explanation, l)}</p>
      {numerator && denominator && (
        <p>
          <strong>{t.how}:</strong> {t.fraction(inLanguage(numerator, l), inLanguage(denominator, l))}
        </p>
      )}
      <Earlier {...props} />
      <form
        class="form"
        method="post"
        action={l.href(reportingPaths.figure(report.code, report.year, figure.id))}
        noValidate
      >
        <input type="hidden" name="version" value={String(version)} />
        <Input {...field('varde')} label={t.valueField(inLanguage(figure.unit, l))} autocomplete="off" />
        {numerator && denominator && (
          <fieldset class="boxes flow">
            <legend>{t.parts}</legend>
            <Input {...field('taljare')} label={inLanguage(numerator, l)} autocomplete="off" />
            <Input {...field('namnare')} label={inLanguage(denominator, l)} autocomplete="off" />
          </fieldset>
        )}
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
          hint={t.commentHint}
          rows={3}
        />
        <Button>{t.save}</Button>
      </form>
      <p>
        <a href={l.href(here)}>{t.back}</a>
      </p>
    </>
  )
}

/** What the member had before, as a line and as a table, and where the others are. */
function Earlier({ l, figure, title, background }: FigureFormPageProps) {
  const t = textsOf(l).figure
  const voice = { l, t: figureTexts(l) }
  const { own, spread } = background
  const shown = own.slice(-6).toReversed()
  const write = (value: number) => amount(figure, value, voice)
  return (
    <>
      <h2 id="tidigare">{t.before}</h2>
      {own.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <>
          <Sparkline
            points={own.map(({ year, value }) => ({ x: year, y: value }))}
            breaks={[]}
            label={t.sparkline(title)}
            word="unchanged"
          />
          <DataTable
            l={l}
            id="tidigare-varden"
            caption={t.before}
            captionHidden
            rows={shown}
            rowKey={({ year }) => String(year)}
            columns={[
              { key: 'year', head: t.year, rowHead: true, cell: ({ year }) => year },
              { key: 'value', head: t.value, numeric: true, cell: ({ value }) => write(value) },
            ]}
          />
        </>
      )}
      {spread && <p>{t.spread(write(spread.q1), write(spread.median), write(spread.q3), spread.year)}</p>}
    </>
  )
}
