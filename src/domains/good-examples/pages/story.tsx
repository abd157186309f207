import type { ComponentChildren } from 'preact'
import { organisationPaths } from '#domains/members/index.ts'
import { type Locale, otherLanguage, toldIn } from '#platform/i18n.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import type { Example } from '../example-queries.ts'
import { textsOf } from '../texts.ts'
import { Facts } from './facts.tsx'
import { Picture, Pictures } from './picture.tsx'

/** A part of the story, and whatever belongs beside it. */
export type StoryPart = 'problem' | 'action' | 'result' | 'differently'

export interface StoryProps {
  l: Locale
  example: Example
  /** What the subjects are called, by id. */
  subjects: Map<string, string>
  /** What stands under a part, such as what colleagues say of it. */
  under?: (part: StoryPart) => ComponentChildren
}

/** What is told, in the reader's language if it is told in that one. */
export function Story({ l, example, subjects, under }: StoryProps) {
  const texts = textsOf(l)
  const t = texts.example
  const told = toldIn(example.texts, l)
  if (!told) return null
  const { text, language } = told
  const lang = otherLanguage(language, l)
  const parts: { part: StoryPart; id: string; title: string }[] = [
    { part: 'problem', id: 'problemet', title: t.problem },
    { part: 'action', id: 'atgarden', title: t.action },
    { part: 'result', id: 'resultatet', title: t.result },
    { part: 'differently', id: 'annorlunda', title: t.differently },
  ]
  const [first, ...others] = example.pictures
  return (
    <>
      <PageHeader
        eyebrow={t.eyebrow}
        title={<span lang={lang}>{text.title}</span>}
        lead={<span lang={lang}>{text.summary}</span>}
      >
        <p>
          <a href={l.href(organisationPaths.profile(example.organisation.code))}>
            {example.organisation.name}
          </a>
          {example.year !== null && <> · {t.year(example.year)}</>}
          {lang && <> · {texts.onlyIn[lang]}</>}
        </p>
        {example.publishedAt && <p class="subtle">{dates(l, example)}</p>}
        {example.madeUp && (
          <p>
            <MadeUpBadge label={texts.madeUp} /> {t.madeUp}
          </p>
        )}
      </PageHeader>
      {first && <Picture l={l} picture={first} first />}
      {parts
        .filter(({ part }) => text[part] !== '')
        .map(({ part, id, title }) => (
          <section key={id} class="flow narrow" aria-labelledby={id}>
            <h2 id={id}>{title}</h2>
            <p class="written" lang={lang}>
              {text[part]}
            </p>
            {under?.(part)}
          </section>
        ))}
      <Pictures l={l} pictures={others} />
      <Facts l={l} example={example} text={text} lang={lang} subjects={subjects} />
    </>
  )
}

function dates(l: Locale, { publishedAt, updatedAt }: Example): string {
  const t = textsOf(l).example
  if (!publishedAt) return ''
  const [published, updated] = [l.date(publishedAt), l.date(updatedAt)]
  return published === updated ? t.published(published) : `${t.published(published)}, ${t.updated(updated)}`
}
