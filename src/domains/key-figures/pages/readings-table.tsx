import type { ComponentChildren } from 'preact'
import { organisationPaths } from '#domains/members/index.ts'
import { inLanguage } from '#platform/i18n.ts'
import { DataTable } from '#ui/components/data-table.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import type { Reading } from '../figure.ts'
import type { FigureView, Standing } from '../figure-view.ts'
import { groupName, remarkOf, type Voice } from '../sentences.ts'

interface ReadingsTableProps {
  voice: Voice
  view: FigureView
  standings: Standing[]
  /** Adds the group's mean and median, for the table behind a line chart. */
  group?: boolean
}

/** A row of the table: an organisation, or a number of the whole group. */
interface Row {
  key: string
  name: ComponentChildren
  cell: (year: number) => ComponentChildren
  mine: boolean
}

/** The table behind every picture: a row for each organisation, a column for each year, newest first. */
export function ReadingsTable({ voice, view, standings, group = false }: ReadingsTableProps) {
  const { l, t } = voice
  const rows: Row[] = [
    ...standings.map((standing) => rowOf(standing, view, voice)),
    ...(group ? [groupRow('mean', view, voice), groupRow('median', view, voice)] : []),
  ]
  return (
    <>
      <DataTable
        l={l}
        id="vardetabell"
        caption={t.figure.tableCaption(inLanguage(view.figure.name, l), inLanguage(view.figure.unit, l))}
        rows={rows}
        rowKey={({ key }) => key}
        mine={({ mine }) => mine}
        columns={[
          { key: 'name', head: t.figure.organisation, rowHead: true, cell: ({ name }) => name },
          ...yearsOf(view, standings, group).map((year) => ({
            key: String(year),
            head: String(year),
            numeric: true,
            cell: ({ cell }: Row) => cell(year),
          })),
        ]}
      />
      <Comments voice={voice} standings={standings} />
    </>
  )
}

/** What organisations say of their own values, newest first. */
function Comments({ voice, standings }: { voice: Voice; standings: Standing[] }) {
  const said = standings
    .flatMap(({ organisation, readings }) =>
      readings.map(({ year, comment }) => ({ name: organisation.name, year, comment })),
    )
    .filter(({ comment }) => comment !== '')
    .sort((a, b) => b.year - a.year)
  if (said.length === 0) return null
  return (
    <section class="flow" aria-labelledby="kommentarer">
      <h3 id="kommentarer">{voice.t.figure.comments}</h3>
      <ul>
        {said.map(({ name, year, comment }) => (
          <li key={`${name}${year}`}>
            {name}, {year}: {comment}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Newest first: every year that a row has something to say of. */
function yearsOf(view: FigureView, standings: Standing[], group: boolean): number[] {
  const years = new Set(standings.flatMap(({ readings }) => readings.map(({ year }) => year)))
  if (group) for (const { year, summary } of view.perYear) if (!summary.few) years.add(year)
  return [...years].sort((a, b) => b - a)
}

function rowOf(standing: Standing, view: FigureView, voice: Voice): Row {
  const { organisation, readings } = standing
  return {
    key: organisation.code,
    name: <a href={voice.l.href(organisationPaths.profile(organisation.code))}>{organisation.name}</a>,
    cell: (year) => (
      <ReadingCell voice={voice} view={view} reading={readings.find((reading) => reading.year === year)} />
    ),
    mine: standing === view.mine,
  }
}

/** Never a mean of fewer than three. */
function groupRow(which: 'mean' | 'median', view: FigureView, voice: Voice): Row {
  const { l, t } = voice
  return {
    key: which,
    name: `${t.figure[which]}: ${groupName(view, voice)}`,
    cell: (year) => {
      const summary = view.perYear.find((each) => each.year === year)?.summary
      return summary && !summary.few ? (
        l.number(summary[which], view.figure.decimals)
      ) : (
        <span class="subtle">–</span>
      )
    },
    mine: false,
  }
}

function ReadingCell({
  voice,
  view,
  reading,
}: {
  voice: Voice
  view: FigureView
  reading: Reading | undefined
}) {
  const { l, t } = voice
  if (!reading) return <span class="subtle">–</span>
  if (reading.value === null)
    return <span class="subtle">{t.missing[reading.missing ?? 'not-reported']}</span>
  const remark = remarkOf(reading, voice)
  const shown = l.number(reading.value, view.figure.decimals)
  if (reading.basis === 'made-up') {
    return (
      <>
        {shown} <MadeUpBadge label={t.madeUp} />
      </>
    )
  }
  return remark ? <abbr title={remark}>{shown}*</abbr> : shown
}
