import { textIn } from '#platform/http/form.ts'
import { Boxes } from '#ui/components/boxes.tsx'
import { Button } from '#ui/components/button.tsx'
import { fieldsOf } from '#ui/components/fields-of.ts'
import { Textarea } from '#ui/components/textarea.tsx'
import { applicationPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import { conditions } from '../view.ts'
import type { ReviewPageProps } from './review.tsx'

/** A reviewer's own view along the four criteria, with the five social conditions under the fourth. */
export function ReviewForm({ l, application, mine, typed, errors }: ReviewPageProps) {
  const texts = textsOf(l)
  const t = texts.experts
  const field = fieldsOf(typed, errors, texts.errors)
  const judged = Object.entries(t.judgements).map(([value, label]) => ({ value, label }))
  return (
    <section class="flow" aria-labelledby="min-syn">
      <h2 id="min-syn">{t.mine}</h2>
      {mine?.givenAt && <p>{t.given(l.date(mine.givenAt))}</p>}
      <form class="form" method="post" action={l.href(applicationPaths.review(application.id))} noValidate>
        {(['1', '2', '3', '4'] as const).map((n) => (
          <div key={n} class="form">
            <h3>{texts.sections[`criterion-${n}`]}</h3>
            <Choice
              id={`judgement${n}`}
              name={`judgement${n}`}
              legend={t.judgement}
              options={judged}
              value={textIn(typed, `judgement${n}`)}
              error={field(`judgement${n}`).error}
            />
            <Textarea {...field(`words${n}`)} label={t.words} rows={4} />
            {n === '4' &&
              conditions.map((name) => (
                <Textarea key={name} {...field(name)} label={t.condition(texts.conditions[name])} rows={2} />
              ))}
          </div>
        ))}
        <Choice
          id="recommendation"
          name="recommendation"
          legend={t.recommendation}
          options={Object.entries(texts.decisions).map(([value, label]) => ({ value, label }))}
          value={textIn(typed, 'recommendation')}
          error={field('recommendation').error}
        />
        <Textarea {...field('summary')} label={t.summary} rows={4} />
        <div class="row">
          <Button name="knapp" value="lamna">
            {t.give}
          </Button>
          {!mine?.givenAt && (
            <Button variant="secondary" name="knapp" value="spara">
              {t.save}
            </Button>
          )}
        </div>
      </form>
    </section>
  )
}

/** Exactly one of a few. */
export function Choice({
  value,
  ...boxes
}: {
  id: string
  name: string
  legend: string
  options: { value: string; label: string }[]
  value: string
  error?: string | undefined
}) {
  return <Boxes {...boxes} kind="radio" chosen={value ? [value] : []} />
}
