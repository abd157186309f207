import type { KeyFigureSet } from '#domains/key-figures/index.ts'
import { type Typed, textIn, textsIn } from '#platform/http/form.ts'
import { inLanguage, type Locale } from '#platform/i18n.ts'
import { Boxes } from '#ui/components/boxes.tsx'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import { cataloguePaths } from '../paths.ts'
import type { Candidate } from '../set-form.ts'
import { textsOf } from '../texts.ts'
import { DecisionFields } from './decision-fields.tsx'

export interface SetFormPageProps {
  l: Locale
  /** The set to change; undefined for a new one. */
  set: KeyFigureSet | undefined
  candidates: Candidate[]
  typed: Typed
  errors: Record<string, string>
}

/** What a meeting decided to follow. */
export function SetFormPage({ l, set, candidates, typed, errors }: SetFormPageProps) {
  const texts = textsOf(l)
  const t = texts.set
  const field = fieldsOf(typed, errors, texts.errors)
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs
        l={l}
        steps={[
          { href: l.href(cataloguePaths.office), label: texts.office.title },
          ...(set ? [{ href: l.href(cataloguePaths.set(set.id)), label: inLanguage(set.name, l) }] : []),
        ]}
      />
      <PageHeader title={set ? t.editTitle(inLanguage(set.name, l)) : t.newTitle} lead={t.lead} />
      <form
        class="form"
        method="post"
        action={l.href(set ? cataloguePaths.editSet(set.id) : cataloguePaths.newSet)}
        noValidate
      >
        <input type="hidden" name="version" value={textIn(typed, 'version')} />
        <Input {...field('namn')} label={texts.sv(t.name)} hint={t.nameHint} autocomplete="off" />
        <Input {...field('namn_en')} label={texts.en(t.name)} autocomplete="off" />
        <Textarea {...field('beslutat')} label={texts.sv(t.decided)} hint={t.decidedHint} rows={3} />
        <Textarea {...field('beslutat_en')} label={texts.en(t.decided)} rows={3} />
        <DecisionFields l={l} typed={typed} errors={errors} />
        <Input {...field('galler_fran')} label={t.currentFrom} hint={t.currentFromHint} type="date" />
        <Boxes
          {...field('nyckeltal')}
          legend={t.carried}
          hint={t.carriedHint}
          options={candidates.map(({ id, setId, number, sv, en }) => ({
            value: id,
            label: `${number} ${inLanguage({ sv, en }, l)} (${setId})`,
          }))}
          chosen={textsIn(typed, 'nyckeltal')}
        />
        <Button>{texts.preview.look}</Button>
      </form>
    </>
  )
}
