import { type Typed, textIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { Details } from '#ui/components/details.tsx'
import { DownloadLinks } from '#ui/components/download-links.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Stats, StatTile } from '#ui/components/stat.tsx'
import { invoicing } from '../invoicing.ts'
import { kronor, shortKronor } from '../money.ts'
import { feePaths } from '../paths.ts'
import type { FeeSchedule } from '../rules/fee.ts'
import type { SimulatedFee, Simulation } from '../rules/simulation.ts'
import { textsOf } from '../texts.ts'
import { FeeChart } from './fee-chart.tsx'

export interface SimulatorPageProps {
  l: Locale
  schedule: FeeSchedule
  typed: Typed
  errors: Record<string, string>
  simulation: Simulation | undefined
  /** The address of what is shown, as a query. */
  query: string
}

/** Tries other terms on all members: income, who pays more or less, and the spread. */
export function SimulatorPage({ l, schedule, typed, errors, simulation, query }: SimulatorPageProps) {
  const texts = textsOf(l)
  const t = texts.simulator
  const field = fieldsOf(typed, errors, texts.errors)
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs l={l} steps={[{ href: l.href(feePaths.desk), label: texts.desk.title }]} />
      <PageHeader title={t.title} lead={t.lead(schedule.year)} />
      <form class="form" method="get" action={l.href(feePaths.simulate)} noValidate>
        <Input {...field('fast')} label={texts.schedules.fixedField} />
        <Input {...field('rorlig')} label={texts.schedules.rateField} />
        <Input {...field('region')} label={texts.schedules.regionRateField} />
        <Input {...field('tak')} label={texts.schedules.capField} hint={texts.schedules.capHint} />
        <div class="row">
          <Button>{t.try}</Button>
          {textIn(typed, 'fast') && <a href={l.href(feePaths.simulate)}>{t.back(schedule.year)}</a>}
        </div>
      </form>
      {simulation && <Outcome l={l} schedule={schedule} simulation={simulation} query={query} />}
    </>
  )
}

function Outcome({
  l,
  schedule,
  simulation,
  query,
}: {
  l: Locale
  schedule: FeeSchedule
  simulation: Simulation
  query: string
}) {
  const t = textsOf(l).simulator
  return (
    <>
      <h2 id="utfall">{t.outcome(l.number(simulation.fees.length))}</h2>
      <SimulationSummary l={l} year={schedule.year} simulation={simulation} />
      <Details summary={t.everyone}>
        <FeeTable l={l} fees={simulation.fees} />
      </Details>
      <DownloadLinks
        l={l}
        files={[
          { href: `${l.href(feePaths.simulate)}.xlsx${query}`, label: 'XLSX' },
          { href: `${l.href(feePaths.simulate)}.csv${query}`, label: 'CSV' },
        ]}
      />
    </>
  )
}

const signed = (l: Locale, ore: number) => `${ore > 0 ? '+' : ore < 0 ? '−' : ''}${kronor(l, Math.abs(ore))}`

/** What other terms mean: income, who pays more or less, every member in a picture, and the spread. */
export function SimulationSummary({
  l,
  year,
  simulation,
}: {
  l: Locale
  /** The year of the fee that is compared with. */
  year: number
  simulation: Simulation
}) {
  const t = textsOf(l).simulator
  const { nowOre, thenOre, more, less, same, fees, spreadNow, spreadThen } = simulation
  const spread = t.spreadParts.map((label, i) => ({
    label,
    now: spreadNow[i] ?? 0,
    tried: spreadThen[i] ?? 0,
  }))
  return (
    <>
      <Stats long>
        <StatTile label={t.incomeNow(year)} value={shortKronor(l, nowOre)} />
        <StatTile
          label={t.incomeThen}
          value={shortKronor(l, thenOre)}
          meaning={signed(l, thenOre - nowOre)}
        />
        <StatTile label={t.who} value={t.moreLess(more, less)} meaning={t.same(same)} />
      </Stats>
      <FeeChart l={l} fees={fees} />
      <DataTable
        l={l}
        id="spridning"
        fit
        caption={t.spread}
        rows={spread}
        rowKey={({ label }) => label}
        columns={[
          { key: 'part', head: t.part, rowHead: true, cell: ({ label }) => label },
          { key: 'now', head: t.now, numeric: true, cell: ({ now }) => kronor(l, now) },
          { key: 'tried', head: t.tried, numeric: true, cell: ({ tried }) => kronor(l, tried) },
        ]}
      />
    </>
  )
}

function FeeTable({ l, fees }: { l: Locale; fees: SimulatedFee[] }) {
  const t = textsOf(l).simulator
  return (
    <DataTable
      l={l}
      id="alla"
      caption={t.everyone}
      captionHidden
      rows={fees}
      rowKey={({ code }) => code}
      columns={[
        {
          key: 'name',
          head: t.member,
          rowHead: true,
          cell: ({ code, name }) => (invoicing ? <a href={l.href(feePaths.ledger(code))}>{name}</a> : name),
        },
        { key: 'people', head: t.inhabitants, numeric: true, cell: (fee) => l.number(fee.inhabitants) },
        { key: 'now', head: t.now, numeric: true, cell: (fee) => kronor(l, fee.nowOre) },
        { key: 'tried', head: t.tried, numeric: true, cell: (fee) => kronor(l, fee.thenOre) },
        { key: 'change', head: t.change, numeric: true, cell: (fee) => signed(l, fee.changeOre) },
      ]}
    />
  )
}
