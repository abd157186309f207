import type { Locale } from '#platform/i18n.ts'
import { DataTable } from '#ui/components/data-table.tsx'
import type { Report } from '../report.ts'
import { textsOf } from '../texts.ts'
import { agoText } from '../words.ts'
import { PartSection } from './part.tsx'

/** Which processes of the program run, and where. */
export function Processes({ l, report, now }: { l: Locale; report: Report; now: Date }) {
  const texts = textsOf(l)
  const t = texts.processes
  const { processes, conditions } = report
  return (
    <PartSection l={l} part="processes" condition={conditions.processes}>
      {processes.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <DataTable
          l={l}
          id="processer"
          caption={texts.parts.processes}
          captionHidden
          stacked
          rows={processes}
          rowKey={({ id }) => id}
          columns={[
            { key: 'host', head: t.host, rowHead: true, cell: ({ host, pid }) => `${host}, ${pid}` },
            {
              key: 'what',
              head: t.what,
              cell: ({ works, serves }) => (works && serves ? t.webAndWork : works ? t.work : t.web),
            },
            { key: 'version', head: t.version, cell: ({ version }) => version },
            { key: 'since', head: t.since, cell: ({ started_at }) => agoText(l, started_at, now) },
            {
              key: 'seen',
              head: t.seen,
              cell: ({ seen_at, alive }) => `${alive ? '' : `${t.silent}: `}${agoText(l, seen_at, now)}`,
            },
          ]}
        />
      )}
    </PartSection>
  )
}
