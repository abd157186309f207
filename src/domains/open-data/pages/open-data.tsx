import type { Locale } from '#platform/i18n.ts'
import { ButtonLink } from '#ui/components/button.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import type { Overview } from '../overview.ts'
import { figureCubePath, neighbourPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import { FileList } from './file-list.tsx'
import { Programs } from './programs.tsx'
import { Terms } from './terms.tsx'

export interface OpenDataPageProps {
  l: Locale
  overview: Overview
  baseUrl: string
  demo: boolean
}

/** What can be downloaded, how, and on what terms. */
export function OpenDataPage({ l, overview, baseUrl, demo }: OpenDataPageProps) {
  const t = textsOf(l).page
  return (
    <>
      <PageHeader title={t.title} lead={t.lead}>
        <p>
          <ButtonLink href={l.href(neighbourPaths.figures)}>{t.choose}</ButtonLink>
        </p>
      </PageHeader>
      {demo && (
        <Notice tone="warning">
          <p>{t.madeUp}</p>
        </Notice>
      )}
      <section aria-labelledby="filer">
        <h2 id="filer">{t.filesTitle}</h2>
        <p>{t.filesLead}</p>
        <FileList l={l} offers={overview.offers} />
      </section>
      <section aria-labelledby="ett-nyckeltal">
        <h2 id="ett-nyckeltal">{t.figureTitle}</h2>
        <p>{t.figureLead}</p>
        <p>{t.figureEndings}</p>
        <p>{t.figureCube(figureCubePath('{id}'))}</p>
      </section>
      <section aria-labelledby="bra-att-veta">
        <h2 id="bra-att-veta">{t.howTitle}</h2>
        <ul>
          {t.how.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      </section>
      <Programs l={l} baseUrl={baseUrl} />
      <Terms l={l} baseUrl={baseUrl} knownOn={overview.extent.lastKnown} />
    </>
  )
}
