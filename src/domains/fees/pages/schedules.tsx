import { type Typed, textIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Boxes } from '#ui/components/boxes.tsx'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { kronor, populationDay, shortKronor } from '../money.ts'
import { feePaths } from '../paths.ts'
import type { FeeSchedule } from '../rules/fee.ts'
import { textsOf } from '../texts.ts'

export interface SchedulesPageProps {
  l: Locale
  schedules: FeeSchedule[]
  mayEdit: boolean
  nextYear: number
  done: string | undefined
}

/** Every year's fee schedule and the decision that it rests on. */
export function SchedulesPage({ l, schedules, mayEdit, nextYear, done }: SchedulesPageProps) {
  const texts = textsOf(l)
  const t = texts.schedules
  return (
    <>
      <Breadcrumbs l={l} steps={[{ href: l.href(feePaths.desk), label: texts.desk.title }]} />
      <Done text={done === 'sparad' && t.saved} />
      <PageHeader title={t.title} lead={t.lead} />
      <DataTable
        l={l}
        id="taxor"
        caption={t.title}
        captionHidden
        rows={schedules}
        rowKey={({ year }) => String(year)}
        columns={[
          {
            key: 'year',
            head: t.year,
            rowHead: true,
            cell: ({ year }) =>
              mayEdit ? <a href={l.href(feePaths.schedule(year))}>{year}</a> : String(year),
          },
          { key: 'fixed', head: t.fixed, numeric: true, cell: (s) => shortKronor(l, s.fixedOre) },
          { key: 'rate', head: t.rate, numeric: true, cell: (s) => kronor(l, s.municipalityRateOre) },
          { key: 'region', head: t.regionRate, numeric: true, cell: (s) => kronor(l, s.regionRateOre) },
          {
            key: 'cap',
            head: t.cap,
            numeric: true,
            cell: (s) => (s.capInhabitants === null ? t.noCap : l.number(s.capInhabitants)),
          },
          { key: 'people', head: t.population, cell: (s) => l.date(populationDay(s.populationYear)) },
          {
            key: 'decision',
            head: t.decision,
            cell: (s) => (
              <>
                {s.link ? <a href={l.href(s.link)}>{s.decision}</a> : s.decision}, {l.date(s.decidedOn)}{' '}
                {s.madeUp && <MadeUpBadge label={texts.join.madeUp} />}
              </>
            ),
          },
        ]}
      />
      <div class="row">
        {mayEdit && <ButtonLink href={l.href(feePaths.schedule(nextYear))}>{t.new(nextYear)}</ButtonLink>}
        <ButtonLink variant="secondary" href={l.href(feePaths.proposals)}>
          {texts.proposals.title}
        </ButtonLink>
        <ButtonLink variant="secondary" href={l.href(feePaths.simulate)}>
          {texts.simulator.title}
        </ButtonLink>
      </div>
    </>
  )
}

export interface ScheduleFormPageProps {
  l: Locale
  year: number
  typed: Typed
  errors: Record<string, string>
  /** Invoices rest on it: nothing can be changed. */
  locked: boolean
}

/** A year's schedule to write down or correct, until the first invoice rests on it. */
export function ScheduleFormPage({ l, year, typed, errors, locked }: ScheduleFormPageProps) {
  const texts = textsOf(l)
  const t = texts.schedules
  const field = fieldsOf(typed, errors, texts.errors)
  const rule = (name: 'intrade' | 'uttrade', label: string, rules: Record<string, string>) => (
    <Boxes
      id={name}
      name={name}
      legend={label}
      kind="radio"
      error={field(name).error}
      options={Object.entries(rules).map(([value, text]) => ({ value, label: text }))}
      chosen={[textIn(typed, name)]}
    />
  )
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs
        l={l}
        steps={[
          { href: l.href(feePaths.desk), label: texts.desk.title },
          { href: l.href(feePaths.schedules), label: t.title },
        ]}
      />
      <PageHeader title={t.of(year)} lead={t.formLead} />
      {locked ? (
        <Notice tone="info">
          <p>{t.locked}</p>
        </Notice>
      ) : (
        <form class="form" method="post" action={l.href(feePaths.schedule(year))} noValidate>
          <Input {...field('fast')} label={t.fixedField} />
          <Input {...field('rorlig')} label={t.rateField} />
          <Input {...field('region')} label={t.regionRateField} />
          <Input {...field('tak')} label={t.capField} hint={t.capHint} />
          <Input {...field('folkmangd')} label={t.populationField} hint={t.populationHint} />
          {rule('intrade', t.joining, t.joiningRules)}
          {rule('uttrade', t.leaving, t.leavingRules)}
          <Input {...field('observator')} label={t.observerField} />
          <Input {...field('dagar')} label={t.daysField} />
          <Input {...field('beslutad')} label={t.decidedField} type="date" />
          <Input {...field('beslut')} label={t.decisionField} hint={t.decisionHint} />
          <Button>{t.save}</Button>
        </form>
      )}
    </>
  )
}
