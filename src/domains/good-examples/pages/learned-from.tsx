import { type Locale, toldIn } from '#platform/i18n.ts'
import { Button } from '#ui/components/button.tsx'
import type { Example } from '../example-queries.ts'
import { examplePaths } from '../paths.ts'
import type { Told } from '../queries.ts'
import { textsOf } from '../texts.ts'

/** An example that another one was learned from. */
export interface LearnedFromOne {
  id: number
  title: Told
  organisation: string
  year: number | null
}

/** Whom the writers learned from, and the way to take it back. */
export function LearnedFrom({
  l,
  example,
  learnedFrom,
}: {
  l: Locale
  example: Example
  learnedFrom: LearnedFromOne[]
}) {
  const t = textsOf(l).draft
  if (learnedFrom.length === 0) return null
  return (
    <section class="flow" aria-labelledby="larde-av">
      <h2 id="larde-av">{t.learnedFrom}</h2>
      <ul class="task-list">
        {learnedFrom.map(({ id, title, organisation, year }) => {
          const name = toldIn(title, l)?.text ?? ''
          return (
            <li key={id}>
              <span>
                <a href={l.href(examplePaths.example(id, title.sv ?? title.en ?? ''))}>{name}</a>
                <span class="task-list__by">
                  {organisation}, {year}
                </span>
              </span>
              <form method="post" action={l.href(examplePaths.forgetKin(example.id, id))}>
                <Button variant="tertiary" label={t.forgetKinOf(name)}>
                  {t.forgetKin}
                </Button>
              </form>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
