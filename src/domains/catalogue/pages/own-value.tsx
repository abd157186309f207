import type { Warning } from '#domains/key-figures/index.ts'
import type { Typed } from '#platform/http/form.ts'
import { inLanguage, type Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input, Select } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import { missingReasons } from '../own-form.ts'
import type { OwnFigure } from '../own-queries.ts'
import { cataloguePaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import { titleOf } from './own-list.tsx'

export interface OwnValuePageProps {
  l: Locale
  code: string
  name: string
  figure: OwnFigure
  /** The latest value before, as it is written. */
  before: { value: string; year: number } | undefined
  /** What is odd about the value that was just saved. */
  warnings: Warning[]
  typed: Typed
  errors: Record<string, string>
}

/** One year's value of an own key figure. */
export function OwnValuePage(props: OwnValuePageProps) {
  const { l, code, name, figure, before, warnings, typed, errors } = props
  const texts = textsOf(l)
  const t = texts.value
  const field = fieldsOf(typed, errors, texts.errors)
  const here = l.href(cataloguePaths.ownFigure(code, figure.id))
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs
        l={l}
        steps={[
          { href: l.href(cataloguePaths.own(code)), label: texts.own.title(name) },
          { href: here, label: titleOf(figure, l) },
        ]}
      />
      {warnings.length > 0 && (
        <Notice tone="warning" role="alert" title={t.odd}>
          {warnings.map((warning) => (
            <p key={warning}>{texts.warnings[warning]}</p>
          ))}
          <p>
            {t.oddText} <a href={here}>{t.fine}</a>
          </p>
        </Notice>
      )}
      <PageHeader
        title={t.title(titleOf(figure, l))}
        lead={inLanguage({ sv: figure.explanationSv, en: figure.explanationEn }, l)}
      />
      {before && <p>{t.before(before.value, before.year)}</p>}
      <form class="form" method="post" action={l.href(cataloguePaths.value(code, figure.id))} noValidate>
        <Input {...field('ar')} label={t.year} autocomplete="off" />
        <Input
          {...field('varde')}
          label={t.value(inLanguage({ sv: figure.unitSv, en: figure.unitEn }, l))}
          autocomplete="off"
        />
        <Select
          {...field('saknas')}
          label={t.missing}
          options={[
            { value: '', label: t.missingNone },
            ...missingReasons.map((value) => ({ value, label: texts.missing[value] })),
          ]}
        />
        <Textarea {...field('kommentar')} label={t.comment} hint={t.commentHint} rows={3} />
        <Textarea {...field('skal')} label={t.reason} hint={t.reasonHint} rows={2} />
        <p class="field-hint">{t.publicly}</p>
        <Button>{t.save}</Button>
      </form>
    </>
  )
}
