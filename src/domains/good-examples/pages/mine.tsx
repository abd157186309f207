import { type Locale, toldIn } from '#platform/i18n.ts'
import { ButtonLink } from '#ui/components/button.tsx'
import { Done } from '#ui/components/done.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import type { Example } from '../example-queries.ts'
import { examplePaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import { StateTag } from './state-tag.tsx'

export interface MinePageProps {
  l: Locale
  /** Those that the reader may write for. */
  organisations: { code: string; name: string }[]
  examples: Example[]
  done: string | undefined
}

/** The examples of one's organisations, and the way to a new one. */
export function MinePage({ l, organisations, examples, done }: MinePageProps) {
  const t = textsOf(l).mine
  return (
    <>
      <Done text={done === 'borttaget' && t.removed} />
      <PageHeader title={t.title} lead={t.lead} />
      {organisations.length === 0 && <EmptyState title={t.noOrganisation} />}
      {organisations.map(({ code, name }) => {
        const own = examples.filter(({ organisation }) => organisation.code === code)
        return (
          <section key={code} class="flow" aria-labelledby={`exempel-${code}`}>
            <h2 id={`exempel-${code}`}>{name}</h2>
            {own.length === 0 ? <p>{t.none}</p> : <Examples l={l} examples={own} />}
            <p>
              <ButtonLink href={l.href(examplePaths.begin(code))}>{t.begin}</ButtonLink>
            </p>
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
      {examples.map((example) => (
        <li key={example.id}>
          <span>
            <a href={l.href(examplePaths.draft(example.id))}>{toldIn(example.texts, l)?.text.title}</a>
            {example.state === 'draft' && example.openComments > 0 && (
              <span class="task-list__by">{t.comments(example.openComments)}</span>
            )}
          </span>
          <span class="row">
            <StateTag l={l} example={example} />
            {example.madeUp && <MadeUpBadge label={madeUp} />}
          </span>
        </li>
      ))}
    </ul>
  )
}
