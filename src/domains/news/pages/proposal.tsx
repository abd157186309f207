import { type Locale, otherLanguage } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { Markdown } from '#ui/components/markdown.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import { newsPaths } from '../paths.ts'
import type { NewsPicture } from '../pictures/picture-queries.ts'
import type { Proposal } from '../proposals/proposal-queries.ts'
import { textsOf } from '../texts.ts'
import { LeadPicture } from './lead-picture.tsx'

export interface ProposalPageProps {
  l: Locale
  proposal: Proposal
  pictures: NewsPicture[]
  errors: Record<string, string>
}

/** One proposal as it was written, with the two answers that there are. */
export function ProposalPage({ l, proposal, pictures, errors }: ProposalPageProps) {
  const texts = textsOf(l)
  const t = texts.proposals
  const { id, title, body, language, organisation, personName, proposedAt, state, reason, newsId } = proposal
  const lang = otherLanguage(language, l)
  const field = fieldsOf({}, errors, texts.errors)
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs l={l} steps={[{ href: l.href(newsPaths.proposals), label: t.title }]} />
      <PageHeader
        title={<span lang={lang}>{title}</span>}
        eyebrow={[organisation.name, personName, l.date(proposedAt)].filter(Boolean).join(' · ')}
      />
      <LeadPicture picture={pictures[0]} lang={lang} />
      <div class="narrow" lang={lang}>
        <Markdown text={body} />
      </div>
      {state === 'waiting' ? (
        <>
          <form class="form" method="post" action={l.href(`${newsPaths.proposal(id)}/anvand`)}>
            <p>{t.useHint(organisation.name)}</p>
            <Button>{t.use}</Button>
          </form>
          <form class="form" method="post" action={l.href(`${newsPaths.proposal(id)}/avboj`)} noValidate>
            <Textarea {...field('skal')} label={t.reason} hint={t.reasonHint} rows={4} />
            <Button variant="secondary">{t.decline}</Button>
          </form>
        </>
      ) : (
        <p>
          {t.states[state]} {reason} {newsId && <a href={l.href(newsPaths.edit(newsId))}>{t.toNews}</a>}
        </p>
      )}
    </>
  )
}
