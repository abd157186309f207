import type { Locale } from '#platform/i18n.ts'
import { Button } from '#ui/components/button.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { annualSlug } from '../../decisions.ts'
import type { Meeting, MeetingItem } from '../../queries.ts'
import { annualPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import { titleOf } from '../words.ts'
import { MeetingFrame } from './frame.tsx'

/** The whole agenda in one form: a place to type for each item, and a box to take it off. */
export function OrderPage({ l, meeting, items }: { l: Locale; meeting: Meeting; items: MeetingItem[] }) {
  const t = textsOf(l)
  const year = annualSlug(meeting)
  return (
    <MeetingFrame
      l={l}
      meeting={meeting}
      title={t.order.title}
      lead={t.order.lead}
      steps={[{ href: l.href(annualPaths.office(year)), label: t.office.title(titleOf(l, meeting)) }]}
    >
      <form class="flow" method="post" action={l.href(annualPaths.order(year))}>
        <DataTable
          l={l}
          id="ordning"
          caption={t.agendaTitle}
          captionHidden
          sticky={false}
          rows={items}
          rowKey={({ id }) => String(id)}
          columns={[
            {
              key: 'place',
              head: t.order.place,
              cell: (item) => <Place item={item} label={t.order.placeOf(item.title)} />,
            },
            { key: 'title', head: t.order.item, rowHead: true, cell: ({ title }) => title },
            {
              key: 'remove',
              head: t.order.remove,
              cell: ({ id, title, paragraph }) =>
                paragraph === null ? (
                  <input
                    class="ds-input"
                    type="checkbox"
                    name="ta-bort"
                    value={id}
                    aria-label={t.order.removeOf(title)}
                  />
                ) : (
                  t.paragraph(paragraph)
                ),
            },
          ]}
        />
        <Button>{t.order.save}</Button>
      </form>
    </MeetingFrame>
  )
}

/** What is decided keeps its place. */
function Place({ item, label }: { item: MeetingItem; label: string }) {
  if (item.paragraph !== null) return <>{item.ordinal}</>
  return (
    <input
      class="ds-input"
      type="text"
      inputMode="numeric"
      name={`plats-${item.id}`}
      value={item.ordinal}
      size={3}
      maxLength={3}
      aria-label={label}
    />
  )
}
