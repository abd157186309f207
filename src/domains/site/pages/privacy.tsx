import type { Locale } from '#platform/i18n.ts'
import { DataTable } from '#ui/components/data-table.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { sitePaths } from '../paths.ts'
import { statementsOf } from '../texts.ts'
import { Paragraphs, Points } from './paragraphs.tsx'

export interface PrivacyPageProps {
  l: Locale
  demo: boolean
}

/** What the site knows about people, why, for how long, and what they may ask of it. */
export function PrivacyPage({ l, demo }: PrivacyPageProps) {
  const t = statementsOf(l).privacy
  const lang = t.processedIn === l.tongue ? undefined : t.processedIn
  const row = (text: string) => (lang ? <span lang={lang}>{text}</span> : text)
  return (
    <>
      <PageHeader title={t.title} lead={t.lead} />
      {demo && (
        <Notice>
          <p>{t.demo}</p>
        </Notice>
      )}
      <section aria-labelledby="kakor">
        <h2 id="kakor">{t.cookiesTitle}</h2>
        <Paragraphs texts={t.cookies} />
      </section>
      <section aria-labelledby="ansvarig">
        <h2 id="ansvarig">{t.controllerTitle}</h2>
        <p>{t.controller}</p>
        <p>
          <a href={l.href(sitePaths.secretariat)}>{t.contact}</a>
        </p>
      </section>
      <section aria-labelledby="uppgifter">
        <h2 id="uppgifter">{t.processedTitle}</h2>
        <DataTable
          l={l}
          id="personuppgifter"
          caption={t.caption}
          captionHidden
          sticky={false}
          columns={[
            { key: 'what', head: t.columns.what, rowHead: true, cell: ({ what }) => row(what) },
            { key: 'why', head: t.columns.why, cell: ({ why }) => row(why) },
            { key: 'basis', head: t.columns.basis, cell: ({ basis }) => row(basis) },
            { key: 'kept', head: t.columns.kept, cell: ({ kept }) => row(kept) },
          ]}
          rows={t.processed}
          rowKey={({ what }) => what}
        />
        <p>{t.processedNote}</p>
      </section>
      <section aria-labelledby="rattigheter">
        <h2 id="rattigheter">{t.rightsTitle}</h2>
        <Points texts={t.rights} />
        {t.complaint && (
          <p>
            {t.complaint.text} <a href={t.complaint.address}>{t.complaint.link}</a>
          </p>
        )}
      </section>
    </>
  )
}
