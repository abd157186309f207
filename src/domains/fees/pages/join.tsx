import type { Locale } from '#platform/i18n.ts'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input } from '#ui/components/field.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { OrganisationNames, OrganisationPicker } from '#ui/components/organisation-picker.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Stats, StatTile } from '#ui/components/stat.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { kronor, populationDay, shortKronor } from '../money.ts'
import { feePaths } from '../paths.ts'
import { type Fee, type FeeSchedule, feeOf } from '../rules/fee.ts'
import { textsOf } from '../texts.ts'

/** An organisation chosen in the calculator, with the population that its fee counts. */
export interface Chosen {
  code: string
  name: string
  kind: 'municipality' | 'region'
  inhabitants: number
  populationYear: number
  member: boolean
}

export interface JoinPageProps {
  l: Locale
  schedule: FeeSchedule | undefined
  names: string[]
  typed: { organisation: string; inhabitants: string }
  errors: { organisation?: string; invanare?: string }
  /** Several names fit what was typed. */
  candidates: { code: string; name: string }[]
  chosen: Chosen | undefined
  /** The fee for a population that somebody typed. */
  tried: Fee | undefined
}

const examples = [5_000, 10_000, 20_000, 50_000, 100_000, 150_000, 300_000]

/** Why to join, what it takes, how it goes and what it costs. */
export function JoinPage(props: JoinPageProps) {
  const { l, schedule, errors } = props
  const t = textsOf(l).join
  return (
    <>
      <ErrorSummary
        l={l}
        errors={Object.entries(errors).map(([field, message]) => ({ field, message: message ?? '' }))}
      />
      <PageHeader title={t.title} lead={t.lead} />
      <section class="flow" aria-labelledby="varfor">
        <h2 id="varfor">{t.why}</h2>
        <ul>
          {t.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </section>
      <section class="flow" aria-labelledby="kraver">
        <h2 id="kraver">{t.needed}</h2>
        <ul>
          {t.needs.map((need) => (
            <li key={need}>{need}</li>
          ))}
        </ul>
        <p>
          <a href={l.href('/om/kriterier')}>{t.criteria}</a>
        </p>
      </section>
      <section class="flow" aria-labelledby="sa-gar-det-till">
        <h2 id="sa-gar-det-till">{t.way}</h2>
        <ol>
          {t.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p>
          <ButtonLink href={l.href('/ansokan')}>{t.apply}</ButtonLink>
        </p>
      </section>
      <section class="flow" aria-labelledby="avgift">
        <h2 id="avgift">{t.fee}</h2>
        {schedule ? <Calculator {...props} schedule={schedule} /> : <p>{t.undecided}</p>}
      </section>
    </>
  )
}

function Calculator({
  l,
  schedule,
  names,
  typed,
  errors,
  candidates,
  chosen,
  tried,
}: JoinPageProps & { schedule: FeeSchedule }) {
  const t = textsOf(l).join
  return (
    <>
      <p>
        {t.formula(
          schedule.year,
          shortKronor(l, schedule.fixedOre),
          kronor(l, schedule.municipalityRateOre),
          schedule.capInhabitants === null ? null : l.number(schedule.capInhabitants),
        )}{' '}
        {schedule.regionRateOre !== schedule.municipalityRateOre &&
          t.regionRate(kronor(l, schedule.regionRateOre))}
      </p>
      <p class="subtle">
        {t.source(
          l.date(populationDay(schedule.populationYear)),
          schedule.decision,
          l.date(schedule.decidedOn),
        )}{' '}
        {schedule.madeUp && <MadeUpBadge label={t.madeUp} />}
      </p>
      <p>{t.within[schedule.joining]}</p>
      {schedule.observerPercent < 100 && <p>{t.observer(schedule.observerPercent)}</p>}
      <form class="form" method="get" action={`${l.href(feePaths.join)}#avgift`} noValidate>
        <OrganisationPicker
          l={l}
          id="organisation"
          name="organisation"
          label={t.choose}
          value={typed.organisation}
          error={errors.organisation}
          list="kommuner"
        />
        <OrganisationNames id="kommuner" names={names} />
        <Input
          id="invanare"
          name="invanare"
          label={t.anyPopulation}
          hint={t.anyHint}
          value={typed.inhabitants}
          error={errors.invanare}
        />
        <Button>{t.count}</Button>
      </form>
      {candidates.length > 0 && (
        <Notice tone="warning">
          <p>{t.several}</p>
          <ul>
            {candidates.map(({ code, name }) => (
              <li key={code}>
                <a href={`${l.href(feePaths.join)}?organisation=${code}#avgift`}>{name}</a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {chosen && (
        <Result
          l={l}
          title={t.feeOf(chosen.name, schedule.year)}
          fee={feeOf(schedule, chosen.kind, chosen.inhabitants)}
          context={t.populationOf(l.number(chosen.inhabitants), l.date(populationDay(chosen.populationYear)))}
        />
      )}
      {chosen?.member && <p>{t.isMember(chosen.name)}</p>}
      {tried && (
        <Result
          l={l}
          title={t.feeFor(l.number(tried.inhabitants), schedule.year)}
          fee={tried}
          context={t.tried}
        />
      )}
      <DataTable
        l={l}
        id="exempel"
        fit
        caption={t.examples(schedule.year)}
        columns={[
          { key: 'people', head: t.inhabitants, cell: (n) => l.number(n), numeric: true, rowHead: true },
          {
            key: 'fee',
            head: t.feeAYear,
            cell: (n) => shortKronor(l, feeOf(schedule, 'municipality', n).totalOre),
            numeric: true,
          },
        ]}
        rows={examples}
        rowKey={String}
      />
    </>
  )
}

function Result({ l, title, fee, context }: { l: Locale; title: string; fee: Fee; context: string }) {
  const t = textsOf(l).join
  return (
    <div class="flow" role="status">
      <h3>{title}</h3>
      <Stats>
        <StatTile label={t.feeAYear} value={kronor(l, fee.totalOre)} meaning={context} />
      </Stats>
      <p>
        {t.arithmetic(
          shortKronor(l, fee.fixedOre),
          kronor(l, fee.rateOre),
          l.number(fee.countedInhabitants),
          kronor(l, fee.totalOre),
        )}
        {fee.capped && ` ${t.capped(l.number(fee.countedInhabitants))}`}
      </p>
    </div>
  )
}
