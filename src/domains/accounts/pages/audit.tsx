import type { Locale } from '#platform/i18n.ts'
import { Button } from '#ui/components/button.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { Input, Select } from '#ui/components/field.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import type { AuditEntry } from '../audit-queries.ts'
import { loginPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'

export interface AuditPageProps {
  l: Locale
  entries: AuditEntry[]
  /** Whether there are older ones. */
  more: boolean
  choices: { actions: string[]; tables: string[] }
  chosen: { vem: string; atgard: string; tabell: string; paged: boolean }
}

/** Who did what and when, before and after. */
export function AuditPage({ l, entries, more, choices, chosen }: AuditPageProps) {
  const t = textsOf(l).audit
  const optionsOf = (names: string[]) => [
    { value: '', label: t.all },
    ...names.map((name) => ({ value: name, label: name })),
  ]
  const query = (before?: number) => {
    const { paged: _, ...filter } = chosen
    const filled = Object.entries(filter).filter(([, value]) => value)
    return `?${new URLSearchParams([...filled, ...(before ? [['fore', String(before)]] : [])])}`
  }
  const last = entries.at(-1)
  return (
    <>
      <PageHeader title={t.title} lead={t.lead} />
      <form class="chooser" method="get" action={l.href(loginPaths.audit)}>
        <div class="chooser__fields">
          <Input id="vem" name="vem" label={t.who} value={chosen.vem} autocomplete="off" />
          <Select
            id="atgard"
            name="atgard"
            label={t.action}
            value={chosen.atgard}
            options={optionsOf(choices.actions)}
          />
          <Select
            id="tabell"
            name="tabell"
            label={t.table}
            value={chosen.tabell}
            options={optionsOf(choices.tables)}
          />
        </div>
        <Button>{t.filter}</Button>
      </form>
      {entries.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <DataTable
          l={l}
          id="logg"
          caption={t.title}
          captionHidden
          sticky={false}
          rows={entries}
          rowKey={({ id }) => String(id)}
          columns={[
            { key: 'when', head: t.when, rowHead: true, cell: ({ at }) => l.moment(at) },
            { key: 'who', head: t.who, cell: (entry) => entry.actor_name || t.erased },
            { key: 'action', head: t.action, cell: ({ action }) => <span lang="en">{action}</span> },
            { key: 'what', head: t.what, cell: (entry) => `${entry.table_name} ${entry.row_key}` },
            { key: 'change', head: t.change, cell: (entry) => <Change l={l} entry={entry} /> },
          ]}
        />
      )}
      <p class="row">
        {more && last && <a href={l.href(loginPaths.audit) + query(last.id)}>{t.older}</a>}
        {chosen.paged && <a href={l.href(loginPaths.audit) + query()}>{t.newest}</a>}
      </p>
    </>
  )
}

/** Only the columns that changed, from what to what. */
function Change({ l, entry: { before, after } }: { l: Locale; entry: AuditEntry }) {
  const t = textsOf(l).audit
  if (!before && !after) return <>{t.erased}</>
  const columns = Object.keys(after ?? before ?? {}).filter(
    (column) => JSON.stringify(before?.[column] ?? null) !== JSON.stringify(after?.[column] ?? null),
  )
  const show = (value: unknown) =>
    value === null || value === undefined || value === ''
      ? t.empty
      : typeof value === 'string'
        ? value
        : JSON.stringify(value)
  return (
    <>
      {!before && `${t.made}. `}
      {!after && `${t.removed}. `}
      <ul class="changes">
        {columns.map((column) => (
          <li key={column}>
            <span lang="en">{column}</span>: {before && <del>{show(before[column])}</del>}
            {before && after && ' → '}
            {after && <ins>{show(after[column])}</ins>}
          </li>
        ))}
      </ul>
    </>
  )
}
