import { type Typed, textIn, textsIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Boxes } from '#ui/components/boxes.tsx'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Checkbox, Input } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import type { OwnFigure } from '../own-queries.ts'
import { cataloguePaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import { titleOf } from './own-list.tsx'

export interface OwnFormPageProps {
  l: Locale
  code: string
  name: string
  /** The figure to change; undefined for a new one. */
  figure: OwnFigure | undefined
  typed: Typed
  errors: Record<string, string>
}

/** What a member's own key figure is: in words, in a unit, in which direction. */
export function OwnFormPage({ l, code, name, figure, typed, errors }: OwnFormPageProps) {
  const texts = textsOf(l)
  const t = texts.form
  const field = fieldsOf(typed, errors, texts.errors)
  const list = { href: l.href(cataloguePaths.own(code)), label: texts.own.title(name) }
  const action = figure ? cataloguePaths.editOwn(code, figure.id) : cataloguePaths.newOwn(code)
  const choices = (labels: Record<string, string>) =>
    Object.entries(labels).map(([value, label]) => ({ value, label }))
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs
        l={l}
        steps={[
          list,
          ...(figure
            ? [{ href: l.href(cataloguePaths.ownFigure(code, figure.id)), label: titleOf(figure, l) }]
            : []),
        ]}
      />
      <PageHeader title={figure ? t.editTitle(titleOf(figure, l)) : t.newTitle} lead={t.lead} />
      {figure && figure.values > 0 && (
        <Notice>
          <p>{t.locked(figure.values)}</p>
        </Notice>
      )}
      <form class="form" method="post" action={l.href(action)} noValidate>
        <input type="hidden" name="version" value={textIn(typed, 'version')} />
        <Input {...field('namn')} label={t.name} autocomplete="off" />
        <Input {...field('namn_en')} label={t.nameEn} hint={t.optional} autocomplete="off" />
        <Textarea {...field('forklaring')} label={t.explanation} hint={t.explanationHint} rows={4} />
        <Textarea {...field('forklaring_en')} label={t.explanationEn} hint={t.optional} rows={3} />
        {figure && figure.values > 0 && (
          <Checkbox {...field('samma')} value="1" label={t.same} checked={textIn(typed, 'samma') !== ''} />
        )}
        <Input {...field('enhet')} label={t.unit} hint={t.unitHint} autocomplete="off" />
        <Input {...field('enhet_en')} label={t.unitEn} hint={t.optional} autocomplete="off" />
        <Input {...field('decimaler')} label={t.decimals} autocomplete="off" />
        <Boxes
          {...field('riktning')}
          kind="radio"
          legend={t.direction}
          options={choices(texts.direction)}
          chosen={textsIn(typed, 'riktning')}
        />
        <Boxes
          {...field('galler')}
          kind="radio"
          legend={t.scope}
          options={choices(texts.scope)}
          chosen={textsIn(typed, 'galler')}
        />
        <Boxes
          {...field('kriterier')}
          legend={t.criteria}
          options={choices(texts.criteria)}
          chosen={textsIn(typed, 'kriterier')}
        />
        <Button>{figure ? t.save : t.add}</Button>
      </form>
    </>
  )
}
