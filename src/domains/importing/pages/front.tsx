import { uses } from '#platform/association.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { Card, CardGrid } from '#ui/components/card.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { Done } from '#ui/components/done.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Tag } from '#ui/components/tag.tsx'
import { importPaths, peopleImport } from '../paths.ts'
import type { RunProgress } from '../run-queries.ts'
import type { AdapterName } from '../tables.ts'
import { textsOf } from '../texts.ts'

export interface FrontPageProps {
  l: Locale
  runs: RunProgress[]
  /** The latest real run of each source that is over. */
  last: { adapter: AdapterName; state: RunProgress['state']; endedAt: Date }[]
  addresses: { kolada: string; scb: string }
  nightly: boolean
  done: string | undefined
}

/** Everything that can be imported, and what has been. */
export function FrontPage(props: FrontPageProps) {
  const { l, runs, nightly, done } = props
  const texts = textsOf(l)
  const t = texts.front
  const sources = [
    { adapter: 'kolada', more: { href: importPaths.origins, label: t.mappings } } as const,
    { adapter: 'scb', more: { href: importPaths.population, label: t.tables } } as const,
  ]
    .filter(({ adapter }) => uses(adapter))
    .map((source) => <Source key={source.adapter} {...props} {...source} />)
  const going = runs.find(({ state }) => state === 'running' || state === 'waiting')
  return (
    <>
      <Breadcrumbs l={l} steps={[{ href: l.href('/kansli'), label: texts.desk }]} />
      <Done text={done === 'redan' && t.already} />
      <PageHeader title={t.title} lead={t.lead} />
      {going && (
        <Notice>
          <p>
            {t.busy} <a href={l.href(importPaths.run(going.id))}>{texts.run.update}</a>
          </p>
        </Notice>
      )}
      {(uses('kolada') || uses('scb')) && <p>{nightly ? t.nightly : t.notNightly}</p>}
      <CardGrid size="large">
        {[
          ...sources,
          <Card key="file" title={t.file} href={l.href(importPaths.files)} level={2}>
            <p>{t.fileText}</p>
          </Card>,
          <Card key="people" title={t.people} href={l.href(peopleImport)} level={2}>
            <p>{t.peopleText}</p>
          </Card>,
        ]}
      </CardGrid>
      <section class="flow" aria-labelledby="korningar">
        <h2 id="korningar">{t.runs}</h2>
        {runs.length === 0 ? <p>{t.noRuns}</p> : <Runs l={l} runs={runs} />}
      </section>
    </>
  )
}

function Source({
  l,
  adapter,
  more,
  last,
  addresses,
}: FrontPageProps & { adapter: 'kolada' | 'scb'; more: { href: string; label: string } }) {
  const texts = textsOf(l)
  const t = texts.front
  const ended = last.find((one) => one.adapter === adapter)
  return (
    <Card title={texts.adapters[adapter]} level={2}>
      <p>{t.what[adapter](addresses[adapter])}</p>
      <p class="subtle">{ended ? t.last(texts.states[ended.state], l.moment(ended.endedAt)) : t.never}</p>
      <form method="post" action={l.href(importPaths.start)}>
        <input type="hidden" name="kalla" value={adapter} />
        <Button variant={adapter === 'kolada' ? 'primary' : 'secondary'}>{t.start}</Button>{' '}
        <Button variant="tertiary" name="prov" value="1">
          {t.tryFirst}
        </Button>
      </form>
      <p>
        <a href={l.href(more.href)}>{more.label}</a>
      </p>
    </Card>
  )
}

function Runs({ l, runs }: Pick<FrontPageProps, 'l' | 'runs'>) {
  const texts = textsOf(l)
  const t = texts.front
  return (
    <DataTable
      l={l}
      id="korningar-tabell"
      caption={t.runs}
      captionHidden
      rows={runs}
      rowKey={({ id }) => String(id)}
      columns={[
        {
          key: 'run',
          head: t.run,
          rowHead: true,
          cell: ({ id, askedAt }) => <a href={l.href(importPaths.run(id))}>{l.moment(askedAt)}</a>,
        },
        {
          key: 'from',
          head: t.from,
          cell: ({ adapter, fileName, dry }) => (
            <>
              {fileName || texts.adapters[adapter]} {dry && <Tag tone="outline">{t.dry}</Tag>}
            </>
          ),
        },
        { key: 'by', head: t.by, cell: ({ startedBy, person }) => person ?? texts.startedBy[startedBy] },
        {
          key: 'state',
          head: t.state,
          cell: ({ state }) => (
            <Tag tone={state === 'failed' ? 'warning' : state === 'running' ? 'brand' : 'neutral'}>
              {texts.states[state]}
            </Tag>
          ),
        },
        { key: 'result', head: t.result, cell: (run) => texts.counts(run) },
      ]}
    />
  )
}
