import { type Locale, otherLanguage } from '#platform/i18n.ts'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { Markdown } from '#ui/components/markdown.tsx'
import type { MeetingItem } from '../../queries.ts'
import { postOf } from '../elections.ts'
import { annualPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'

/** The agenda in order, each item with its document and, once decided, its paragraph and decision. */
export function AgendaList({
  l,
  year,
  items,
  edits,
}: {
  l: Locale
  year: string
  items: MeetingItem[]
  /** Whether each item leads to the page where it is decided. */
  edits: boolean
}) {
  const t = textsOf(l)
  if (items.length === 0) return <EmptyState title={t.noAgenda} level={3} />
  return (
    <ol>
      {items.map((item) => {
        const href = edits ? annualPaths.item(year, item.id) : documentOf(year, item)
        return (
          // The agenda is written in Swedish, as the minutes are.
          <li key={item.id} id={`arende-${item.id}`} lang={otherLanguage('sv', l)}>
            {href ? <a href={l.href(href)}>{item.title}</a> : item.title}
            {item.paragraph === null ? null : (
              <>
                <br />
                <strong>{t.paragraph(item.paragraph)}</strong>{' '}
                {item.decision || t.decisions.outcomes[item.outcome ?? ''] || ''}
              </>
            )}
            {item.text ? <Markdown text={item.text} level={3} /> : null}
          </li>
        )
      })}
    </ol>
  )
}

function documentOf(year: string, { business }: MeetingItem): string | null {
  if (business?.kind === 'motion') return annualPaths.motion(year, business.id)
  if (business?.kind === 'proposal' || business?.kind === 'dissolution')
    return annualPaths.proposal(year, business.id)
  const post = business?.kind === 'election' ? postOf(business.id) : undefined
  return post ? `${annualPaths.elections(year)}#${post}` : null
}
