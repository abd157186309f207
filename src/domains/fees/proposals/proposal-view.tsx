import type { Locale } from '#platform/i18n.ts'
import { DataTable } from '#ui/components/data-table.tsx'
import { Markdown } from '#ui/components/markdown.tsx'
import { kronor, shortKronor } from '../money.ts'
import { SimulationSummary } from '../pages/simulator.tsx'
import type { FeeSchedule, FeeTerms } from '../rules/fee.ts'
import { textsOf } from '../texts.ts'
import type { ComparedFee } from './load.ts'

type Terms = FeeTerms & Pick<FeeSchedule, 'observerPercent' | 'dueDays' | 'joining' | 'leaving'>

/** What is proposed beside what holds, and what it means for the members. */
export function FeeProposalView({ l, compared }: { l: Locale; compared: ComparedFee }) {
  const { proposal, now, simulation } = compared
  const texts = textsOf(l)
  const t = texts.proposals
  const s = texts.schedules
  const rows: { term: string; of: (terms: Terms) => string }[] = [
    { term: s.fixed, of: ({ fixedOre }) => shortKronor(l, fixedOre) },
    { term: s.rate, of: ({ municipalityRateOre }) => kronor(l, municipalityRateOre) },
    { term: s.regionRate, of: ({ regionRateOre }) => kronor(l, regionRateOre) },
    {
      term: s.cap,
      of: ({ capInhabitants }) => (capInhabitants === null ? s.noCap : l.number(capInhabitants)),
    },
    { term: s.joining, of: ({ joining }) => s.joiningRules[joining] },
    { term: s.leaving, of: ({ leaving }) => s.leavingRules[leaving] },
    { term: t.observer, of: ({ observerPercent }) => l.percent(observerPercent / 100) },
    { term: s.daysField, of: ({ dueDays }) => l.number(dueDays) },
  ]
  return (
    <div class="flow">
      <Markdown text={proposal.reason} level={2} />
      <DataTable
        l={l}
        id="villkor"
        fit
        caption={t.terms(proposal.year)}
        rows={rows}
        rowKey={({ term }) => term}
        columns={[
          { key: 'term', head: t.term, rowHead: true, cell: ({ term }) => term },
          { key: 'now', head: now ? s.of(now.year) : t.today, cell: ({ of }) => (now ? of(now) : '–') },
          { key: 'then', head: t.proposed, cell: ({ of }) => of(proposal) },
        ]}
      />
      {simulation && now ? (
        <section class="flow" aria-labelledby="vad-det-betyder">
          <h2 id="vad-det-betyder">{t.means(l.number(simulation.fees.length))}</h2>
          <SimulationSummary l={l} year={now.year} simulation={simulation} />
        </section>
      ) : null}
    </div>
  )
}
