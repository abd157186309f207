import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { ButtonLink } from '#ui/components/button.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { Done } from '#ui/components/done.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import type { Letter } from '../letter-queries.ts'
import { letterPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'

/** All letters, newest first. */
export function ListPage({ l, letters, done }: { l: Locale; letters: Letter[]; done: string | undefined }) {
  const texts = textsOf(l)
  const t = texts.list
  const notice = done && texts.notices[done]
  return (
    <>
      <Breadcrumbs
        l={l}
        steps={[
          {
            href: l.href('/kansli'),
            label: l.language === 'sv' ? 'Kansliets skrivbord' : 'The secretariat’s desk',
          },
        ]}
      />
      <Done text={notice} />
      <PageHeader title={t.title} lead={t.lead} />
      <p>
        <ButtonLink href={l.href(letterPaths.letter('ny'))}>{t.new}</ButtonLink>
      </p>
      {letters.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <DataTable
          l={l}
          id="brev"
          caption={t.title}
          captionHidden
          rows={letters}
          rowKey={({ id }) => String(id)}
          columns={[
            {
              key: 'subject',
              head: t.subject,
              rowHead: true,
              cell: ({ id, subject }) => (
                <a href={l.href(letterPaths.preview(id))}>{subject || t.untitled}</a>
              ),
            },
            { key: 'kind', head: t.kind, cell: ({ kind }) => texts.kinds[kind] },
            { key: 'state', head: t.state, cell: ({ state }) => t.states[state] },
            {
              key: 'when',
              head: t.when,
              cell: ({ queuedAt, sendAt, madeAt }) => l.moment(queuedAt ?? sendAt ?? madeAt),
            },
          ]}
        />
      )}
    </>
  )
}
