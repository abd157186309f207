import { apiPaths } from '#domains/api/index.ts'
import { keyFigurePaths } from '#domains/key-figures/index.ts'
import type { Locale } from '#platform/i18n.ts'
import { ButtonLink } from '#ui/components/button.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { sitePaths } from '../paths.ts'
import { statementsOf } from '../texts.ts'
import { Points } from './paragraphs.tsx'

export interface OpenDataPageProps {
  l: Locale
  demo: boolean
}

/** What can be downloaded, how, and on what terms. */
export function OpenDataPage({ l, demo }: OpenDataPageProps) {
  const t = statementsOf(l).openData
  const figure = l.href(keyFigurePaths.figure('11'))
  const rows = [
    { ...t.files.figure, address: `${l.href(keyFigurePaths.figure('{id}'))}.csv, .xlsx, .json` },
    { ...t.files.picture, address: `${l.href(keyFigurePaths.figure('{id}'))}.svg, .png` },
  ]
  return (
    <>
      <PageHeader title={t.title} lead={t.lead}>
        <p>
          <ButtonLink href={l.href(keyFigurePaths.list)}>{t.choose}</ButtonLink>
        </p>
      </PageHeader>
      {demo && (
        <Notice tone="warning">
          <p>{t.madeUp}</p>
        </Notice>
      )}
      <section aria-labelledby="hamta">
        <h2 id="hamta">{t.whatTitle}</h2>
        <DataTable
          l={l}
          id="filer"
          caption={t.caption}
          captionHidden
          sticky={false}
          columns={[
            { key: 'what', head: t.columns.what, rowHead: true, cell: ({ what }) => what },
            { key: 'where', head: t.columns.where, cell: ({ address }) => <code>{address}</code> },
            { key: 'formats', head: t.columns.formats, cell: ({ formats }) => formats },
          ]}
          rows={rows}
          rowKey={({ what }) => what}
        />
      </section>
      <section aria-labelledby="sa-gor-du">
        <h2 id="sa-gor-du">{t.howTitle}</h2>
        <Points texts={t.how} />
        <h3>{t.example}</h3>
        <ul>
          <li>
            <a href={`${figure}.csv`}>{t.examples.csv}</a>
          </li>
          <li>
            <a href={`${figure}.csv?format=sv`}>{t.examples.swedish}</a>
          </li>
          <li>
            <a href={`${figure}.json`}>{t.examples.json}</a>
          </li>
        </ul>
      </section>
      <section aria-labelledby="program">
        <h2 id="program">{t.apiTitle}</h2>
        <p>
          {t.api} <a href={l.href(apiPaths.reference)}>{t.apiLink}</a>
        </p>
      </section>
      <section aria-labelledby="villkor">
        <h2 id="villkor">{t.licenceTitle}</h2>
        <p>
          {t.licence} <a href={licenceAddress(l)}>{t.licenceLink}</a>
        </p>
        <p>{t.attribution}</p>
        <p>
          {t.sources} <a href={l.href(sitePaths.sources)}>{t.sourcesLink}</a>
        </p>
      </section>
    </>
  )
}

function licenceAddress(l: Locale): string {
  return `https://creativecommons.org/licenses/by/4.0/deed.${l.language}`
}
