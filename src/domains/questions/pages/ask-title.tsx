import { type Typed, textIn, textsIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import { questionPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'

/** The first step: the title alone. With script, similar questions show while it is typed; without, in the next step. */
export function AskTitlePage({
  l,
  typed,
  errors,
}: {
  l: Locale
  typed: Typed
  errors: Record<string, string>
}) {
  const texts = textsOf(l)
  const t = texts.ask
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs l={l} steps={[{ href: l.href(questionPaths.list), label: texts.list.title }]} />
      <PageHeader title={t.title} lead={t.lead} />
      <form class="form" method="get" action={l.href(questionPaths.ask)} noValidate>
        {['nyckeltal', 'amne', 'till'].flatMap((name) =>
          textsIn(typed, name).map((value) => (
            <input key={name + value} type="hidden" name={name} value={value} />
          )),
        )}
        <TitleField l={l} typed={typed} errors={errors} />
        <div id="liknande" class="flow">
          <p role="status" class="subtle" />
        </div>
        <Button>{t.next}</Button>
      </form>
    </>
  )
}

/** The title of a question; the script asks `data-similar` what is like it. */
export function TitleField({
  l,
  typed,
  errors,
}: {
  l: Locale
  typed: Typed
  errors: Record<string, string>
}) {
  const texts = textsOf(l)
  const field = fieldsOf(typed, errors, texts.errors)
  return (
    <div data-similar={l.href(questionPaths.similar)} data-similar-into="liknande">
      <Input
        {...field('titel')}
        value={textIn(typed, 'titel')}
        label={texts.ask.name}
        hint={texts.ask.nameHint}
        autocomplete="off"
      />
    </div>
  )
}
