import { type Typed, textIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Button } from '#ui/components/button.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { FileInput, Input, Select } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { Once } from '#ui/components/once.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Tag } from '#ui/components/tag.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import { newsPaths } from '../paths.ts'
import type { Proposal } from '../proposals/proposal-queries.ts'
import { textsOf } from '../texts.ts'

export interface ProposePageProps {
  l: Locale
  organisations: { code: string; name: string }[]
  proposals: Proposal[]
  typed: Typed
  errors: Record<string, string>
  done: string | undefined
}

/** Where a member proposes news, and sees what became of earlier ones. */
export function ProposePage({ l, organisations, proposals, typed, errors, done }: ProposePageProps) {
  const texts = textsOf(l)
  const t = texts.propose
  const field = fieldsOf(typed, errors, texts.errors)
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Done text={done && texts.office.notices[done]} />
      <PageHeader title={t.title} lead={t.lead} />
      <form
        class="form"
        method="post"
        action={l.href(newsPaths.propose)}
        enctype="multipart/form-data"
        noValidate
      >
        <Once />
        {organisations.length > 1 && (
          <Select
            id="kommun"
            name="kommun"
            label={t.from}
            value={textIn(typed, 'kommun')}
            options={organisations.map(({ code, name }) => ({ value: code, label: name }))}
          />
        )}
        <Select
          id="sprak"
          name="sprak"
          label={t.language}
          value={textIn(typed, 'sprak') || l.language}
          options={(['sv', 'en'] as const).map((language) => ({
            value: language,
            label: t.languages[language],
          }))}
        />
        <Input {...field('rubrik')} label={texts.form.name} />
        <Textarea {...field('text')} label={texts.form.body} hint={texts.form.bodyHint} rows={12} />
        <FileInput
          {...field('fil')}
          label={t.picture}
          hint={texts.pictures.fileHint}
          accept="image/jpeg,image/png,image/webp"
        />
        <Input {...field('alt')} label={texts.pictures.alt} hint={t.altHint} />
        <Button>{t.send}</Button>
      </form>
      {proposals.length > 0 && (
        <section class="flow" aria-labelledby="egna">
          <h2 id="egna">{t.own}</h2>
          <ul class="flow">
            {proposals.map((proposal) => (
              <li key={proposal.id}>
                <Own l={l} proposal={proposal} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Own({ l, proposal }: { l: Locale; proposal: Proposal }) {
  const t = textsOf(l).proposals
  const { title, proposedAt, state, reason, newsSlug } = proposal
  return (
    <>
      {newsSlug ? <a href={l.href(newsPaths.item(newsSlug))}>{title}</a> : title}{' '}
      <span class="subtle">{l.date(proposedAt)}</span>{' '}
      <Tag tone={newsSlug ? 'brand' : 'neutral'}>{newsSlug ? t.published : t.states[state]}</Tag>
      {reason && <p>{reason}</p>}
    </>
  )
}
