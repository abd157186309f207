import type { Locale } from '#platform/i18n.ts'
import { DataTable } from '#ui/components/data-table.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import type { ApiDocument } from '../document.ts'
import type { ExampleAnswers } from '../examples.ts'
import { apiPaths } from '../paths.ts'
import { type ProblemKind, problemStatus } from '../problem.ts'
import { textsOf } from '../texts.ts'
import { Assistants } from './assistants.tsx'
import { Exchange } from './exchange.tsx'
import { ExampleRequest, OperationSection } from './operation-section.tsx'

export interface ReferencePageProps {
  l: Locale
  document: ApiDocument
  examples: ExampleAnswers
  /** Where addresses begin. */
  origin: string
  /** 0: no limit. */
  requestsPerMinute: number
  demo: boolean
}

/** The reference of the API, made from its OpenAPI document. */
export function ReferencePage(props: ReferencePageProps) {
  const { l, document, examples, origin, requestsPerMinute, demo } = props
  const t = textsOf(l).page
  const root = origin + apiPaths.root
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, { get }]) =>
    get ? [{ path, get }] : [],
  )
  const exampleOf = (id: string) => [...examples].find(([known]) => known === id)?.[1]
  return (
    <>
      <PageHeader title={t.title} lead={t.lead}>
        <p>
          {t.base} <code>{root}</code>.{' '}
          <a href={l.language === 'en' ? `${apiPaths.document}?lang=en` : apiPaths.document}>{t.document}</a>
        </p>
      </PageHeader>
      {demo && (
        <Notice tone="warning">
          <p>{t.madeUp}</p>
        </Notice>
      )}
      <section aria-labelledby="start">
        <h2 id="start">{t.startTitle}</h2>
        <p>{t.start}</p>
        <ExampleRequest l={l} address={`${root}${exampleOf('listValues')?.example ?? ''}`} />
      </section>
      <nav aria-label={t.contents}>
        <h2>{t.operationsTitle}</h2>
        <ul>
          {operations.map(({ path, get }) => (
            <li key={path}>
              <a href={`#${get.operationId}`}>{get.summary}</a>
            </li>
          ))}
        </ul>
      </nav>
      {operations.map(({ path, get }) => (
        <OperationSection
          key={path}
          l={l}
          document={document}
          path={apiPaths.root + path}
          operation={get}
          example={root + (exampleOf(get.operationId ?? '')?.example ?? path)}
          item={exampleOf(get.operationId ?? '')?.item}
        />
      ))}
      <Rules l={l} requestsPerMinute={requestsPerMinute} />
      <Errors l={l} />
      <Assistants l={l} origin={origin} />
      <Exchange l={l} />
      <section aria-labelledby="villkor">
        <h2 id="villkor">{t.termsTitle}</h2>
        <p>
          {t.terms} <a href={l.href('/oppna-data/kallor')}>{t.termsLink}</a>.
        </p>
      </section>
    </>
  )
}

function Rules({ l, requestsPerMinute }: Pick<ReferencePageProps, 'l' | 'requestsPerMinute'>) {
  const t = textsOf(l).page
  const { limit, ...rules } = t.rules
  return (
    <section aria-labelledby="regler">
      <h2 id="regler">{t.rulesTitle}</h2>
      {Object.values(rules).map(({ title, text }) => (
        <div key={title} class="flow">
          <h3>{title}</h3>
          <p>{text}</p>
        </div>
      ))}
      <h3>{limit.title}</h3>
      {requestsPerMinute === 0 ? (
        <p>{limit.none}</p>
      ) : (
        <>
          <p>
            {limit.text} {l.number(requestsPerMinute)}.
          </p>
          <p>{limit.headers}</p>
        </>
      )}
    </section>
  )
}

function Errors({ l }: { l: Locale }) {
  const t = textsOf(l)
  const kinds: ProblemKind[] = [
    'unknown-parameter',
    'bad-parameter',
    'not-found',
    'method-not-allowed',
    'too-many-requests',
    'internal-error',
  ]
  return (
    <section aria-labelledby="fel">
      <h2 id="fel">{t.page.errorsTitle}</h2>
      <p>{t.page.errors}</p>
      <DataTable
        l={l}
        id="felsorter"
        caption={t.page.errorsTitle}
        captionHidden
        columns={[
          {
            key: 'kind',
            head: t.page.errorColumns.kind,
            rowHead: true,
            cell: (kind) => <code id={kind}>{kind}</code>,
          },
          { key: 'status', head: t.page.errorColumns.status, cell: (kind) => problemStatus[kind] },
          { key: 'title', head: t.page.errorColumns.title, cell: (kind) => t.problems.titles[kind] },
        ]}
        rows={kinds}
        rowKey={(kind) => kind}
      />
    </section>
  )
}
