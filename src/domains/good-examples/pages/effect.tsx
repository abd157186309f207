import {
  amount,
  change,
  type EffectOfMeasure,
  effectChartOf,
  effectSentences,
  textsOf as figureTexts,
  figureTitle,
  keyFigurePaths,
  type Voice,
  yearsInWords,
} from '#domains/key-figures/index.ts'
import { organisationPaths } from '#domains/members/index.ts'
import type { Locale } from '#platform/i18n.ts'
import { ChartIsland } from '#ui/charts/chart-island.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { Details } from '#ui/components/details.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'

type Measured = Extract<EffectOfMeasure['effect'], { kind: 'measured' }>

/** Beside the story: what the figures did after the measure, against those most alike that did not do it. */
export function Effects({ l, effects }: { l: Locale; effects: EffectOfMeasure[] }) {
  const voice = { l, t: figureTexts(l) }
  const t = voice.t.effect
  const [first] = effects
  if (!first) return null
  const { name, kind } = first.organisation
  return (
    <section class="flow" aria-labelledby="den-bojda-kurvan">
      <h2 id="den-bojda-kurvan">{t.title}</h2>
      <p>
        {t.lead(name, kind)} {t.notCause}{' '}
        <a href={`${l.href(keyFigurePaths.method)}#bojd-kurva`}>{t.method}</a>
      </p>
      {effects.map((measured) => (
        <Effect key={measured.figure.id} voice={voice} measured={measured} />
      ))}
    </section>
  )
}

function Effect({ voice, measured }: { voice: Voice; measured: EffectOfMeasure }) {
  const { l, t } = voice
  const { effect, figure, leftOut, madeUp } = measured
  const chart = effectChartOf(measured, voice)
  return (
    <section class="flow chart-section" aria-labelledby={`effekt-${figure.id}-rubrik`}>
      <h3 id={`effekt-${figure.id}-rubrik`}>{figureTitle(figure, l)}</h3>
      {chart ? <ChartIsland kind="line" props={chart} /> : <p>{effectSentences(measured, voice)}</p>}
      {madeUp && (
        <p>
          <MadeUpBadge label={t.madeUp} /> {t.effect.madeUp}
        </p>
      )}
      {effect.kind === 'measured' && (
        <>
          <Numbers voice={voice} measured={measured} effect={effect} />
          <ComparedWith voice={voice} measured={measured} effect={effect} />
        </>
      )}
      {leftOut.length > 0 && (
        <p class="subtle">{t.effect.leftOut(l.list(leftOut.map(({ name }) => name)), leftOut.length > 1)}</p>
      )}
    </section>
  )
}

interface TableProps {
  voice: Voice
  measured: EffectOfMeasure
  effect: Measured
}

/** The four means, the two changes and the difference between them. */
function Numbers({ voice, measured: { figure, organisation, compared }, effect }: TableProps) {
  const { l, t } = voice
  const { years, mine, others } = effect
  const rows = [
    { name: organisation.name, ...mine },
    { name: t.effect.others(compared.length), ...others },
    { name: t.effect.gap, before: null, after: null, change: effect.effect },
  ]
  // A mean of whole numbers is none itself.
  const finer = { ...figure, decimals: figure.decimals + 1 }
  const shown = (value: number | null) => (value === null ? '' : amount(finer, value, voice))
  return (
    <DataTable
      l={l}
      id={`effekt-${figure.id}-tabell`}
      caption={t.effect.tableCaption(figure.number)}
      fit
      rows={rows}
      rowKey={({ name }) => name}
      mine={({ name }) => name === organisation.name}
      columns={[
        { key: 'name', head: t.effect.name, rowHead: true, cell: ({ name }) => name },
        {
          key: 'before',
          head: `${t.effect.before} ${yearsInWords(years.before, voice)}`,
          numeric: true,
          cell: ({ before }) => shown(before),
        },
        {
          key: 'after',
          head: `${t.effect.after} ${yearsInWords(years.after, voice)}`,
          numeric: true,
          cell: ({ after }) => shown(after),
        },
        {
          key: 'change',
          head: t.effect.change,
          numeric: true,
          cell: (row) => change(figure, row.change, voice),
        },
      ]}
    />
  )
}

/** Everyone compared with, and the placebo: the difference if that one had done it. */
function ComparedWith({ voice, measured: { figure, organisation, compared }, effect }: TableProps) {
  const { l, t } = voice
  const byCode = new Map(effect.compared.map((one) => [one.code, one]))
  const rows = compared.flatMap(({ code, name }) => {
    const shift = byCode.get(code)
    return shift ? [{ name, ...shift }] : []
  })
  return (
    <Details summary={t.effect.comparedWith(compared.length, organisation.kind)}>
      <DataTable
        l={l}
        id={`effekt-${figure.id}-jamforda`}
        caption={t.effect.comparedCaption(figure.number)}
        fit
        rows={rows}
        rowKey={({ code }) => code}
        columns={[
          {
            key: 'name',
            head: t.effect.name,
            rowHead: true,
            cell: ({ code, name }) => <a href={l.href(organisationPaths.profile(code))}>{name}</a>,
          },
          {
            key: 'change',
            head: t.effect.change,
            numeric: true,
            cell: (row) => change(figure, row.change, voice),
          },
          {
            key: 'effect',
            head: t.effect.gap,
            numeric: true,
            cell: (row) => change(figure, row.effect, voice),
          },
        ]}
      />
    </Details>
  )
}
