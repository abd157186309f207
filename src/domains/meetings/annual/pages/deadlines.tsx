import { statutesPaths } from '#domains/statutes/index.ts'
import type { Locale } from '#platform/i18n.ts'
import { DataTable } from '#ui/components/data-table.tsx'
import { Tag } from '#ui/components/tag.tsx'
import type { Deadline } from '../deadlines.ts'
import { textsOf } from '../texts.ts'

/** The days that the statutes give, each with its paragraph and how it stands. */
export function Deadlines({ l, deadlines }: { l: Locale; deadlines: Deadline[] }) {
  const t = textsOf(l)
  const stateOf = ({ duty, state }: Deadline) =>
    duty === 'motions' ? (state === 'done' ? t.motionsClosed : t.motionsOpen) : t.deadlineStates[state]
  return (
    <DataTable<Deadline>
      l={l}
      id="dagar"
      fit
      caption={t.deadlinesTitle}
      rows={deadlines}
      rowKey={({ duty }) => duty}
      columns={[
        { key: 'what', head: t.deadline, rowHead: true, cell: ({ duty }) => t.duties[duty] },
        { key: 'latest', head: t.latest, cell: ({ latest }) => l.date(latest) },
        {
          key: 'said',
          head: t.said,
          cell: ({ paragraph }) => (
            <a href={l.href(statutesPaths.paragraph(paragraph))}>{t.paragraph(paragraph)}</a>
          ),
        },
        {
          key: 'state',
          head: t.stands,
          cell: (one) => <Tag tone={one.state === 'late' ? 'warning' : 'neutral'}>{stateOf(one)}</Tag>,
        },
      ]}
    />
  )
}
