import { type Typed, textIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Boxes } from '#ui/components/boxes.tsx'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { annualSlug } from '../../decisions.ts'
import type { Meeting } from '../../queries.ts'
import { annualPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'

/** Day, time, place and form of a meeting, new or to change. */
export function PlanPage({
  l,
  meeting,
  typed,
  errors,
  problems,
}: {
  l: Locale
  meeting: Meeting | undefined
  typed: Typed
  errors: Record<string, string>
  /** What the statutes say against it, with paragraphs. */
  problems: string[]
}) {
  const texts = textsOf(l)
  const t = texts.planForm
  const field = fieldsOf(typed, errors, texts.errors)
  const choice = (name: string, legend: string, options: Record<string, string>) => (
    <Boxes
      id={name}
      name={name}
      kind="radio"
      legend={legend}
      error={field(name).error}
      options={Object.entries(options).map(([value, label]) => ({ value, label }))}
      chosen={[textIn(typed, name)]}
    />
  )
  const action = meeting ? annualPaths.plan(annualSlug(meeting)) : annualPaths.newMeeting
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs l={l} steps={[{ href: l.href(annualPaths.list), label: texts.listTitle }]} />
      <PageHeader title={meeting ? t.edit : t.new} lead={t.lead} />
      {problems.length > 0 ? (
        <Notice tone="danger" role="alert">
          {problems.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </Notice>
      ) : null}
      <form class="form" method="post" action={l.href(action)} noValidate>
        <input type="hidden" name="version" value={textIn(typed, 'version')} />
        <Input {...field('dag')} label={t.day} type="date" />
        <Input {...field('tid')} label={t.time} type="time" />
        {choice('slag', t.kind, { ordinarie: t.ordinary, extra: t.extra })}
        {choice('form', t.form, texts.forms)}
        <Input {...field('plats')} label={t.place} />
        <Input {...field('adress')} label={t.online} hint={t.onlineHint} />
        <Button>{texts.save}</Button>
      </form>
    </>
  )
}
