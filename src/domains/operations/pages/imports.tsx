import { importPaths } from '#domains/importing/index.ts'
import { uses } from '#platform/association.ts'
import type { Locale } from '#platform/i18n.ts'
import { DataTable } from '#ui/components/data-table.tsx'
import type { Report } from '../report.ts'
import { textsOf } from '../texts.ts'
import { agoText } from '../words.ts'
import { PartSection } from './part.tsx'

export interface ImportsProps {
  l: Locale
  report: Report
  now: Date
  nightly: boolean
}

/** The sources, when values last came from each, and when they come next. */
export function Imports({ l, report, now, nightly }: ImportsProps) {
  const texts = textsOf(l)
  const t = texts.imports
  const { imports, conditions } = report
  const sources = (['kolada', 'scb', 'file'] as const).filter((name) => name === 'file' || uses(name))
  const rows = sources.map((adapter) => ({
    adapter,
    last: imports.find((one) => one.adapter === adapter),
    next: nightly && adapter !== 'file' ? t.nightly : t.byHand,
  }))
  return (
    <PartSection l={l} part="imports" condition={conditions.imports}>
      <DataTable
        l={l}
        id="importer"
        caption={texts.parts.imports}
        captionHidden
        stacked
        rows={rows}
        rowKey={({ adapter }) => adapter}
        columns={[
          { key: 'source', head: t.source, rowHead: true, cell: ({ adapter }) => t.adapters[adapter] },
          {
            key: 'last',
            head: t.last,
            cell: ({ last }) => (last ? agoText(l, last.endedAt, now) : texts.never),
          },
          {
            key: 'result',
            head: t.result,
            cell: ({ last }) =>
              last ? (
                <a href={l.href(importPaths.run(last.id))}>{last.state === 'failed' ? t.failed : t.done}</a>
              ) : (
                '–'
              ),
          },
          { key: 'next', head: t.next, cell: ({ next }) => next },
        ]}
      />
      <p>
        <a href={l.href(importPaths.front)}>{t.all}</a>
      </p>
    </PartSection>
  )
}
