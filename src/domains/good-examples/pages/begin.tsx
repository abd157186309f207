import { type Typed, textIn } from '#platform/http/form.ts'
import { type Locale, languages, toldIn } from '#platform/i18n.ts'
import { Boxes } from '#ui/components/boxes.tsx'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import type { Example } from '../example-queries.ts'
import { addressOf, examplePaths } from '../paths.ts'
import { textsOf } from '../texts.ts'

export interface BeginPageProps {
  l: Locale
  organisation: { code: string; name: string }
  /** Key figures that the new example is tied to from the start. */
  figures: { id: string; title: string }[]
  /** The example that it was learned from. */
  learnedFrom: Example | undefined
  typed: Typed
  errors: Record<string, string>
}

/** The beginning of an example: what it is called, and what the guided form will ask. */
export function BeginPage({ l, organisation, figures, learnedFrom, typed, errors }: BeginPageProps) {
  const texts = textsOf(l)
  const t = texts.begin
  const field = fieldsOf(typed, errors, texts.errors)
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs l={l} steps={[{ href: l.href(examplePaths.mine), label: texts.mine.title }]} />
      <PageHeader eyebrow={organisation.name} title={t.title} lead={t.lead} />
      {figures.length > 0 && (
        <div>
          <p>{t.tied}</p>
          <ul>
            {figures.map(({ id, title }) => (
              <li key={id}>{title}</li>
            ))}
          </ul>
        </div>
      )}
      {learnedFrom && (
        <p>
          {t.after} <a href={l.href(addressOf(learnedFrom))}>{toldIn(learnedFrom.texts, l)?.text.title}</a> (
          {learnedFrom.organisation.name})
        </p>
      )}
      <form class="form" method="post" action={l.href(examplePaths.begin(organisation.code))} noValidate>
        {figures.map(({ id }) => (
          <input key={id} type="hidden" name="nyckeltal" value={id} />
        ))}
        {learnedFrom && <input type="hidden" name="efter" value={learnedFrom.id} />}
        <Input {...field('rubrik')} label={t.name} hint={t.nameHint} />
        <Boxes
          id="sprak"
          name="sprak"
          kind="radio"
          legend={t.language}
          hint={t.languageHint}
          options={languages.map((language) => ({ value: language, label: texts.languageNames[language] }))}
          chosen={[textIn(typed, 'sprak') || l.language]}
        />
        <Button>{t.button}</Button>
      </form>
      <section class="flow" aria-labelledby="fragas">
        <h2 id="fragas">{t.asks}</h2>
        <ul>
          {t.questions.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ul>
      </section>
    </>
  )
}
