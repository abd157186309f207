import type { ComponentChildren } from 'preact'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { errorTexts } from '#ui/components/fields-of.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { annualSlug } from '../../decisions.ts'
import type { Meeting } from '../../queries.ts'
import { annualPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import { titleOf } from '../words.ts'

/** The head of a page below a meeting: the way back, what was just done, what is wrong. */
export function MeetingFrame({
  l,
  meeting,
  title,
  lead,
  done,
  errors = {},
  steps = [],
  madeUp = meeting.madeUp,
  children,
}: {
  l: Locale
  meeting: Meeting
  title: string
  lead?: ComponentChildren
  done?: string | undefined
  errors?: Record<string, string>
  steps?: { href: string; label: string }[]
  madeUp?: boolean
  children: ComponentChildren
}) {
  const t = textsOf(l)
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, t.errors)} />
      <Breadcrumbs
        l={l}
        steps={[
          { href: l.href(annualPaths.list), label: t.listTitle },
          { href: l.href(annualPaths.meeting(annualSlug(meeting))), label: titleOf(l, meeting) },
          ...steps,
        ]}
      />
      <Done text={done && t.notices[done]} />
      <PageHeader title={title} lead={lead}>
        {madeUp ? (
          <p>
            <MadeUpBadge label={t.madeUp} />
          </p>
        ) : null}
      </PageHeader>
      {children}
    </>
  )
}
