import type { Typed } from '#platform/http/form.ts'
import { type Locale, languages, toldIn } from '#platform/i18n.ts'
import { Boxes } from '#ui/components/boxes.tsx'
import { Button } from '#ui/components/button.tsx'
import { Done } from '#ui/components/done.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge, Tag } from '#ui/components/tag.tsx'
import type { Example } from '../example-queries.ts'
import { examplePaths } from '../paths.ts'
import { textsOf } from '../texts.ts'

export interface MinePageProps {
  l: Locale
  /** Those that the reader may write for. */
  organisations: { code: string; name: string }[]
  examples: Example[]
  typed: Typed
  errors: Record<string, string>
  /** The organisation whose form came back. */
  begunFor: string | undefined
  done: string | undefined
}

/** The examples of one's organisations, and the beginning of a new one. */
export function MinePage({ l, organisations, examples, typed, errors, begunFor, done }: MinePageProps) {
  const texts = textsOf(l)
  const t = texts.mine
  return (
    <>
      <ErrorSummary
        l={l}
        errors={errorTexts(errors, texts.errors).map((error) => ({
          ...error,
          field: `${error.field}-${begunFor}`,
        }))}
      />
      <Done text={done === 'borttaget' && t.removed} />
      <PageHeader title={t.title} lead={t.lead} />
      {organisations.length === 0 && <EmptyState title={t.noOrganisation} />}
      {organisations.map(({ code, name }) => {
        const own = examples.filter(({ organisation }) => organisation.code === code)
        const field = fieldsOf(begunFor === code ? typed : {}, begunFor === code ? errors : {}, texts.errors)
        return (
          <section key={code} class="flow" aria-labelledby={`exempel-${code}`}>
            <h2 id={`exempel-${code}`}>{name}</h2>
            {own.length === 0 ? <p>{t.none}</p> : <Examples l={l} examples={own} />}
            <h3>{t.begin}</h3>
            <form class="form" method="post" action={l.href(examplePaths.begin(code))} noValidate>
              <Input {...field('rubrik')} id={`rubrik-${code}`} label={t.name} hint={t.nameHint} />
              <Boxes
                id={`sprak-${code}`}
                name="sprak"
                kind="radio"
                legend={t.language}
                options={languages.map((language) => ({
                  value: language,
                  label: texts.languageNames[language],
                }))}
                chosen={[l.language]}
              />
              <Button>{t.button}</Button>
            </form>
          </section>
        )
      })}
    </>
  )
}

function Examples({ l, examples }: { l: Locale; examples: Example[] }) {
  const { mine: t, madeUp } = textsOf(l)
  return (
    <ul class="task-list">
      {examples.map((example) => {
        const state = example.hiddenAt ? 'hidden' : example.state
        return (
          <li key={example.id}>
            <a href={l.href(examplePaths.draft(example.id))}>{toldIn(example.texts, l)?.text.title}</a>
            <span class="row">
              <Tag tone={state === 'published' ? 'brand' : state === 'hidden' ? 'warning' : 'neutral'}>
                {t.states[state]}
              </Tag>
              {example.madeUp && <MadeUpBadge label={madeUp} />}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
