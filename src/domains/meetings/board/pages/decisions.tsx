import type { Locale } from '#platform/i18n.ts'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { boardPaths } from '../paths.ts'
import type { PublicDecision } from '../queries.ts'
import { textsOf } from '../texts.ts'

/** What the board has decided, for everyone. */
export function DecisionsPage({
  l,
  decisions,
  inside,
}: {
  l: Locale
  decisions: PublicDecision[]
  inside: boolean
}) {
  const texts = textsOf(l)
  const t = texts.decisions
  const days = [...new Set(decisions.map(({ heldOn }) => heldOn))]
  return (
    <>
      <PageHeader title={t.title} lead={t.lead} />
      {inside && (
        <p>
          <a href={l.href(boardPaths.list)}>{texts.title}</a>
        </p>
      )}
      {days.length === 0 && <EmptyState title={t.none} />}
      {days.map((day) => (
        <section key={day} class="flow" aria-labelledby={`dag-${day}`}>
          <h2 id={`dag-${day}`}>{l.date(day)}</h2>
          {decisions
            .filter(({ heldOn }) => heldOn === day)
            .map(({ id, paragraph, title, decision, madeUp }) => (
              <article key={id} class="card flow" id={`beslut-${id}`}>
                <h3>
                  § {paragraph} {title}
                </h3>
                {madeUp && (
                  <p class="row">
                    <MadeUpBadge label={texts.madeUp} />
                  </p>
                )}
                <p class="written">{decision}</p>
              </article>
            ))}
        </section>
      ))}
    </>
  )
}
