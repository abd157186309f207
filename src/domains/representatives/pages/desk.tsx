import type { DeskItem } from '#platform/http/context.ts'
import type { Locale } from '#platform/i18n.ts'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { textsOf } from '../texts.ts'

/** What the secretariat has to do today, and its tools. */
export function DeskPage({ l, items, configures }: { l: Locale; items: DeskItem[]; configures: boolean }) {
  const t = textsOf(l).desk
  return (
    <>
      <PageHeader title={t.title} lead={t.lead} />
      {items.length === 0 ? (
        <EmptyState title={t.done} />
      ) : (
        <ul class="tasks">
          {items.map(({ text, href }) => (
            <li key={text}>
              <a href={l.href(href)}>{text}</a>
            </li>
          ))}
        </ul>
      )}
      <section class="flow" aria-labelledby="verktyg">
        <h2 id="verktyg">{t.tools}</h2>
        <ul>
          {t.links.map(([href = '', label]) => (
            <li key={href}>
              <a href={l.href(href)}>{label}</a>
            </li>
          ))}
          {configures && (
            <li>
              <a href={l.href('/kansli/inloggning')}>{t.providers}</a>
            </li>
          )}
        </ul>
      </section>
    </>
  )
}
