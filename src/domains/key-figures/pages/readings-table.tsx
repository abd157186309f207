import { organisationPaths } from '#domains/members/index.ts'
import { inLanguage } from '#platform/i18n.ts'
import { type Column, DataTable } from '#ui/components/data-table.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import type { Reading } from '../figure.ts'
import type { FigureView, Standing } from '../figure-view.ts'
import { remarkOf, type Voice } from '../sentences.ts'

interface ReadingsTableProps {
  voice: Voice
  view: FigureView
  standings: Standing[]
}

/** The table behind every picture: a row for each organisation, a column for each year, newest first. */
export function ReadingsTable({ voice, view, standings }: ReadingsTableProps) {
  const { l, t } = voice
  const columns: Column<Standing>[] = [
    {
      key: 'name',
      head: t.figure.organisation,
      rowHead: true,
      cell: ({ organisation }) => (
        <a href={l.href(organisationPaths.profile(organisation.code))}>{organisation.name}</a>
      ),
    },
    ...view.years.toReversed().map((year) => ({
      key: String(year),
      head: String(year),
      numeric: true,
      cell: ({ readings }: Standing) => (
        <ReadingCell voice={voice} view={view} reading={readings.find((reading) => reading.year === year)} />
      ),
    })),
  ]
  return (
    <DataTable
      l={l}
      id="vardetabell"
      caption={t.figure.tableCaption(inLanguage(view.figure.name, l), inLanguage(view.figure.unit, l))}
      columns={columns}
      rows={standings}
      rowKey={({ organisation }) => organisation.code}
      mine={(standing) => standing === view.mine}
    />
  )
}

function ReadingCell({ voice, view, reading }: { voice: Voice; view: FigureView; reading: Reading | undefined }) {
  const { l, t } = voice
  if (!reading) return <span class="subtle">–</span>
  if (reading.value === null) return <span class="subtle">{t.missing[reading.missing ?? 'not-reported']}</span>
  const remark = remarkOf(reading, voice)
  const shown = l.number(reading.value, view.figure.decimals)
  if (reading.basis === 'made-up') {
    return (
      <>
        {shown} <MadeUpBadge label={t.madeUp} />
      </>
    )
  }
  return remark ? <abbr title={remark}>{shown}*</abbr> : <>{shown}</>
}
