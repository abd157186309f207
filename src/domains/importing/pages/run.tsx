import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { Done } from '#ui/components/done.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Tag } from '#ui/components/tag.tsx'
import type { NamedChange } from '../change-queries.ts'
import { importPaths } from '../paths.ts'
import type { RunItem, RunProgress } from '../run-queries.ts'
import { textsOf } from '../texts.ts'
import { faultInWords } from '../words.ts'
import { ChangesTable } from './changes-table.tsx'

export interface RunPageProps {
  l: Locale
  run: RunProgress
  items: RunItem[]
  changes: NamedChange[]
  /** What the figures are called, by id. */
  titles: Map<string, string>
  done: string | undefined
}

/** How an import goes or went. While it goes on, the page follows it by itself where the browser can. */
export function RunPage(props: RunPageProps) {
  const { l, run, changes, titles, done } = props
  const texts = textsOf(l)
  const t = texts.run
  const goesOn = run.state === 'waiting' || run.state === 'running'
  const all = run.added + run.corrected + run.confirmed + run.withdrawn + run.kept
  return (
    <>
      <Breadcrumbs
        l={l}
        steps={[
          { href: l.href('/kansli'), label: texts.desk },
          { href: l.href(importPaths.front), label: texts.front.title },
        ]}
      />
      <Done text={done === 'startad' && texts.front.started} />
      <PageHeader
        eyebrow={t.title(run.id)}
        title={run.fileName || texts.adapters[run.adapter]}
        lead={run.dry ? t.dryLead : t.lead}
      />
      <div class="flow" id="lage" data-follow={goesOn ? '2000' : undefined}>
        <State l={l} run={run} />
        <Items {...props} />
      </div>
      {!goesOn && (
        <section class="flow" aria-labelledby="andringar">
          <h2 id="andringar">{t.changes}</h2>
          {changes.length === 0 ? (
            <p>{t.none}</p>
          ) : (
            <>
              <p>{t.shown(l.number(changes.length), l.number(all))}</p>
              <ChangesTable l={l} caption={t.changes} changes={changes} titles={titles} />
            </>
          )}
          {run.dry && run.adapter !== 'file' && (
            <form method="post" action={l.href(importPaths.start)}>
              <input type="hidden" name="kalla" value={run.adapter} />
              <Button>{t.doIt}</Button>
            </form>
          )}
        </section>
      )}
    </>
  )
}

function State({ l, run }: Pick<RunPageProps, 'l' | 'run'>) {
  const texts = textsOf(l)
  const t = texts.run
  const { state, over, items, error, id } = run
  return (
    <>
      <p role="status">
        <Tag tone={state === 'failed' ? 'warning' : state === 'running' ? 'brand' : 'neutral'}>
          {texts.states[state]}
        </Tag>{' '}
        {state === 'waiting' ? t.wait : items > 0 ? t.progress(over, items) : ''}
      </p>
      {state === 'running' && items > 0 && (
        <progress class="progress" max={items} value={over} aria-label={t.progress(over, items)} />
      )}
      {(state === 'waiting' || state === 'running') && (
        <ButtonLink variant="secondary" href={l.href(importPaths.run(id))}>
          {t.update}
        </ButtonLink>
      )}
      {state === 'stopped' && <p>{t.stopped}</p>}
      {error && (
        <Notice tone="warning">
          <p>{faultInWords(l, error)}</p>
        </Notice>
      )}
    </>
  )
}

function Items({ l, items, titles }: RunPageProps) {
  const texts = textsOf(l)
  const t = texts.run
  if (items.length === 0) return null
  return (
    <DataTable
      l={l}
      id="delar"
      caption={t.items}
      rows={items}
      rowKey={({ item }) => item}
      columns={[
        { key: 'item', head: t.item, rowHead: true, cell: ({ item }) => titles.get(item) ?? item },
        {
          key: 'state',
          head: texts.front.state,
          cell: ({ state }) => (
            <Tag tone={state === 'failed' ? 'warning' : 'neutral'}>{texts.itemStates[state]}</Tag>
          ),
        },
        { key: 'rows', head: t.rows, numeric: true, cell: ({ rows }) => l.number(rows) },
        {
          key: 'result',
          head: texts.front.result,
          cell: (one) => (one.state === 'done' ? texts.counts(one) : ''),
        },
        { key: 'remark', head: t.remark, cell: ({ message }) => message && faultInWords(l, message) },
      ]}
    />
  )
}
