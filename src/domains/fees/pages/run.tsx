import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { Done } from '#ui/components/done.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Stats, StatTile } from '#ui/components/stat.tsx'
import { Tabs } from '#ui/components/tabs.tsx'
import type { RunProgress } from '../invoices/run-queries.ts'
import { kronor, shortKronor } from '../money.ts'
import { feePaths } from '../paths.ts'
import type { FeeSchedule } from '../rules/fee.ts'
import type { PlannedInvoice } from '../rules/plan.ts'
import { textsOf } from '../texts.ts'

export interface RunPageProps {
  l: Locale
  year: number
  years: number[]
  schedule: FeeSchedule | undefined
  hasSettings: boolean
  planned: PlannedInvoice[]
  runs: RunProgress[]
  mayIssue: boolean
  done: string | undefined
  fault: string | undefined
}

/** The invoices of a year's fee: what each member would get, what is missing, and how far the delivery has come. */
export function RunPage(props: RunPageProps) {
  const { l, year, years, schedule, hasSettings, planned, runs, mayIssue, done, fault } = props
  const texts = textsOf(l)
  const t = texts.run
  const waiting = planned.filter(({ issuedNumber }) => issuedNumber === null)
  const incomplete = waiting.filter(({ missing }) => missing.length > 0)
  return (
    <>
      <Breadcrumbs l={l} steps={[{ href: l.href(feePaths.desk), label: texts.desk.title }]} />
      <Done text={done && t.notices[done]} />
      {fault && (
        <Notice tone="warning" role="alert">
          <p>{t.faults[fault] ?? fault}</p>
        </Notice>
      )}
      <PageHeader title={t.title(year)} lead={t.lead} />
      <Tabs
        label={t.years}
        tabs={years.map((one) => ({
          href: l.href(feePaths.run(one)),
          label: String(one),
          current: one === year,
        }))}
      />
      {!schedule && (
        <EmptyState title={t.noSchedule(year)}>
          <p>
            <a href={l.href(feePaths.schedule(year))}>{texts.schedules.new(year)}</a>
          </p>
        </EmptyState>
      )}
      {!hasSettings && (
        <Notice tone="warning">
          <p>
            {t.noSettings} <a href={l.href(feePaths.settings)}>{texts.settings.title}</a>
          </p>
        </Notice>
      )}
      {runs.length > 0 && <Runs l={l} year={year} runs={runs} />}
      {schedule && (
        <>
          <h2 id="forhandsvisning">{t.preview}</h2>
          <Stats long>
            <StatTile label={t.waiting} value={l.number(waiting.length)} />
            <StatTile
              label={t.sum}
              value={shortKronor(
                l,
                waiting.reduce((sum, { charge }) => sum + charge.totalOre, 0),
              )}
            />
            <StatTile label={t.incomplete} value={l.number(incomplete.length)} meaning={t.incompleteHint} />
          </Stats>
          {waiting.length === 0 ? (
            <p>{t.allIssued}</p>
          ) : (
            <Preview l={l} year={year} waiting={waiting} mayIssue={mayIssue && hasSettings} />
          )}
        </>
      )}
    </>
  )
}

function Runs({ l, year, runs }: { l: Locale; year: number; runs: RunProgress[] }) {
  const t = textsOf(l).run
  return (
    <section class="flow" aria-labelledby="utskick">
      <h2 id="utskick">{t.runs}</h2>
      {runs.map((run) => {
        const planned = run.mails + run.eInvoices
        const left = planned - run.mailsSent - run.eInvoicesSent
        return (
          <div key={run.id} class="flow">
            <p>
              {t.run(run.invoices, shortKronor(l, run.totalOre), l.moment(run.madeAt), run.madeBy)}{' '}
              {t.delivered(run.mailsSent, run.mails, run.eInvoicesSent, run.eInvoices)}
            </p>
            {left > 0 && (
              <p>
                <label>
                  {t.progress} <progress max={planned} value={planned - left} />
                </label>{' '}
                <a href={l.href(feePaths.run(year))}>{t.refresh}</a>
              </p>
            )}
            {run.failures > 0 && (
              <p>
                <a href={`${l.href(feePaths.invoices)}?status=undelivered`}>{t.failures(run.failures)}</a>
              </p>
            )}
          </div>
        )
      })}
    </section>
  )
}

function Preview({
  l,
  year,
  waiting,
  mayIssue,
}: {
  l: Locale
  year: number
  waiting: PlannedInvoice[]
  mayIssue: boolean
}) {
  const t = textsOf(l).run
  return (
    <form class="flow" method="post" action={l.href(feePaths.run(year))}>
      <DataTable
        l={l}
        id="avisering"
        caption={t.preview}
        captionHidden
        rows={waiting}
        rowKey={({ code }) => code}
        columns={[
          ...(mayIssue
            ? [
                {
                  key: 'tick',
                  head: <span class="sr-only">{t.include}</span>,
                  cell: ({ code, name }: PlannedInvoice) => (
                    <input
                      class="ds-input"
                      type="checkbox"
                      name="kod"
                      value={code}
                      checked
                      aria-label={t.includeOne(name)}
                    />
                  ),
                },
              ]
            : []),
          {
            key: 'name',
            head: t.member,
            rowHead: true,
            cell: ({ code, name }) => <a href={l.href(feePaths.ledger(code))}>{name}</a>,
          },
          { key: 'people', head: t.inhabitants, numeric: true, cell: (one) => l.number(one.inhabitants) },
          { key: 'fee', head: t.amount, numeric: true, cell: (one) => kronor(l, one.charge.totalOre) },
          {
            key: 'change',
            head: t.change,
            numeric: true,
            cell: ({ previousOre, charge }) => {
              if (previousOre === null) return t.newHere
              const change = charge.totalOre - previousOre
              return change === 0 ? '0' : `${change > 0 ? '+' : '−'}${kronor(l, Math.abs(change))}`
            },
          },
          {
            key: 'why',
            head: t.remark,
            cell: ({ charge, fee }) =>
              [
                charge.fullMonths < 12 ? t.months(charge.fullMonths, charge.observerMonths) : '',
                fee.capped ? t.capped : '',
              ]
                .filter(Boolean)
                .join(', '),
          },
          { key: 'to', head: t.receiver, cell: ({ email, einvoiceAddress }) => einvoiceAddress || email },
          { key: 'reference', head: t.reference, cell: ({ reference }) => reference },
          {
            key: 'missing',
            head: t.missing,
            cell: ({ code, missing }) =>
              missing.length > 0 && (
                <a href={l.href(`/mina-sidor/organisation/${code}`)}>
                  {l.list(missing.map((one) => t.missingParts[one]))}
                </a>
              ),
          },
        ]}
      />
      {mayIssue && (
        <>
          <p>{t.final}</p>
          <div class="row">
            <Button>{t.issue}</Button>
            <ButtonLink variant="tertiary" href={l.href(feePaths.desk)}>
              {t.notNow}
            </ButtonLink>
          </div>
        </>
      )}
    </form>
  )
}
