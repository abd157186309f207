import { roleName } from '#domains/accounts/index.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { Done } from '#ui/components/done.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Pagination } from '#ui/components/pagination.tsx'
import { Tag } from '#ui/components/tag.tsx'
import type { Draft } from '../import-queries.ts'
import { registerPaths } from '../paths.ts'
import type { Effect, PlannedRow } from '../rules/import-plan.ts'
import { textsOf } from '../texts.ts'

export const outcomes = ['error', 'new', 'changed', 'unchanged'] as const
export type Outcome = (typeof outcomes)[number]

export interface PreviewPageProps {
  l: Locale
  draft: Draft
  /** The rows of this page. */
  rows: PlannedRow[]
  counts: Record<Outcome, number>
  chosen: Outcome | 'alla'
  pageNumber: number
  pages: number
  /** Fingerprint of what is shown, which the confirmation gives back. */
  seen: string
  /** The register has changed since somebody looked. */
  changed: boolean
  done: string | undefined
}

/** What an import will do, row by row, before anything is written. */
export function PreviewPage(props: PreviewPageProps) {
  const { l, draft, counts, chosen, pageNumber, pages, seen, changed, done } = props
  const texts = textsOf(l)
  const t = texts.import
  const path = registerPaths.draft(draft.id)
  const all = outcomes.reduce((sum, outcome) => sum + counts[outcome], 0)
  const href = (show: string, page: number) =>
    l.href(`${path}?visa=${show}${page > 1 ? `&sida=${page}` : ''}`)
  return (
    <>
      <Breadcrumbs l={l} steps={[{ href: l.href(registerPaths.imports), label: t.title }]} />
      <Done text={done === 'inlast' && t.applied} />
      {changed && (
        <Notice tone="warning" role="alert">
          <p>{t.changed}</p>
        </Notice>
      )}
      <PageHeader
        title={t.previewTitle(draft.fileName)}
        lead={draft.doneAt ? t.doneLead(l.moment(draft.doneAt)) : t.previewLead}
      />
      {draft.unknownColumns.length > 0 && (
        <Notice tone="warning">
          <p>{t.unknownColumns(l.list(draft.unknownColumns))}</p>
        </Notice>
      )}
      <nav aria-label={t.filter}>
        <ul class="inline-list">
          {(['alla', ...outcomes] as const).map((outcome) => (
            <li key={outcome}>
              <a href={href(outcome, 1)} aria-current={outcome === chosen ? 'page' : undefined}>
                {t.outcomeCount[outcome](l.number(outcome === 'alla' ? all : counts[outcome]))}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {counts.error > 0 && (
        <p>
          <a href={l.href(registerPaths.draftErrors(draft.id))} download>
            {t.downloadErrors}
          </a>
        </p>
      )}
      {!draft.doneAt && (
        <form class="flow" method="post" action={l.href(path)}>
          <input type="hidden" name="seen" value={seen} />
          {counts.new + counts.changed === 0 ? (
            <p>{t.nothingToDo}</p>
          ) : (
            <Button>{t.confirm(l.number(counts.new + counts.changed))}</Button>
          )}
        </form>
      )}
      <Rows {...props} />
      <Pagination l={l} page={pageNumber} pages={pages} href={(page) => href(chosen, page)} />
    </>
  )
}

function Rows({ l, draft, rows }: PreviewPageProps) {
  const t = textsOf(l).import
  return (
    <DataTable
      l={l}
      id="rader"
      caption={t.previewTitle(draft.fileName)}
      captionHidden
      rows={rows}
      rowKey={({ line }) => String(line)}
      columns={[
        { key: 'line', head: t.lineColumn, rowHead: true, cell: ({ line }) => line },
        {
          key: 'outcome',
          head: t.outcome,
          cell: ({ outcome }) => (
            <Tag tone={outcome === 'error' ? 'warning' : outcome === 'unchanged' ? 'neutral' : 'brand'}>
              {t.outcomes[outcome]}
            </Tag>
          ),
        },
        { key: 'organisation', head: t.organisation, cell: ({ organisation }) => organisation?.name },
        {
          key: 'person',
          head: t.person,
          cell: ({ row: { person } }) =>
            person && (
              <>
                <bdi>{person.name}</bdi>, {person.email}
              </>
            ),
        },
        {
          key: 'what',
          head: t.what,
          cell: ({ effects, faults }) => (
            <ul>
              {faults.map(({ column, reason, detail = '' }) => (
                <li key={`${column} ${reason}`}>
                  {column}: {t.faultOf(reason, detail)}
                </li>
              ))}
              {effects.map((effect) => (
                <li key={JSON.stringify(effect)}>
                  <bdi>{inWords(effect, l)}</bdi>
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  )
}

function inWords(effect: Effect, l: Locale): string {
  const t = textsOf(l).import
  switch (effect.kind) {
    case 'new-person':
      return t.newPerson
    case 'new-role':
      return t.newRole(roleName(effect.role, l), effect.replaces.length > 0 ? l.list(effect.replaces) : '')
    case 'change':
      return t.change(t.changes[effect.what], effect.from || '–', effect.to)
  }
}
