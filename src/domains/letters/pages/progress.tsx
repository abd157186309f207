import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { DefinitionList } from '#ui/components/definition-list.tsx'
import { Done } from '#ui/components/done.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import type { Letter } from '../letter-queries.ts'
import { letterPaths } from '../paths.ts'
import type { Progress, Trouble } from '../progress-queries.ts'
import { textsOf } from '../texts.ts'

export interface ProgressPageProps {
  l: Locale
  letter: Letter
  progress: Progress
  troubles: Trouble[]
  done: string | undefined
}

/** How far a letter has come, and what went wrong. */
export function ProgressPage({ l, letter, progress, troubles, done }: ProgressPageProps) {
  const texts = textsOf(l)
  const t = texts.progress
  const notice = done && texts.notices[done]
  return (
    <>
      <Breadcrumbs l={l} steps={[{ href: l.href(letterPaths.list), label: texts.list.title }]} />
      <Done text={notice} />
      <PageHeader title={letter.subject} eyebrow={t.title} />
      {letter.state === 'scheduled' && letter.sendAt ? (
        <form class="flow" method="post" action={l.href(letterPaths.unschedule(letter.id))}>
          <p>{t.scheduled(l.moment(letter.sendAt))}</p>
          <Button variant="secondary">{t.unschedule}</Button>
        </form>
      ) : (
        <>
          <p role="status">
            <strong>{t.done(progress.sent, progress.all)}</strong>
          </p>
          <DefinitionList
            items={[
              { term: t.sent, meaning: l.number(progress.sent) },
              { term: t.waiting, meaning: l.number(progress.waiting) },
              { term: t.refusedCount, meaning: l.number(progress.refused) },
              { term: t.doubt, meaning: l.number(progress.doubt) },
            ]}
          />
          {progress.waiting > 0 && (
            <ButtonLink variant="secondary" href={l.href(letterPaths.preview(letter.id))}>
              {t.update}
            </ButtonLink>
          )}
        </>
      )}
      {troubles.length > 0 && (
        <section class="flow" aria-labelledby="fel">
          <h2 id="fel">{t.troubles}</h2>
          <DataTable
            l={l}
            id="fel-tabell"
            caption={t.troubles}
            captionHidden
            rows={troubles}
            rowKey={({ id }) => String(id)}
            columns={[
              {
                key: 'who',
                head: t.recipient,
                rowHead: true,
                cell: ({ name, recipient }) => `${name ?? ''} ${recipient}`,
              },
              {
                key: 'what',
                head: t.what,
                cell: ({ kind, failure }) => (kind === 'doubt' ? t.doubtText : failure),
              },
            ]}
          />
          {progress.doubt > 0 && (
            <form method="post" action={l.href(letterPaths.resend(letter.id))}>
              <Button variant="secondary">{t.resend}</Button>
            </form>
          )}
        </section>
      )}
    </>
  )
}
