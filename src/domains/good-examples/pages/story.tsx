import { organisationPaths } from '#domains/members/index.ts'
import { type Language, type Locale, otherLanguage, toldIn } from '#platform/i18n.ts'
import { type Definition, DefinitionList } from '#ui/components/definition-list.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import type { Example } from '../example-queries.ts'
import { textsOf } from '../texts.ts'

/** What is told, in the reader's language if it is told in that one. */
export function Story({ l, example }: { l: Locale; example: Example }) {
  const texts = textsOf(l)
  const t = texts.example
  const told = toldIn(example.texts, l)
  if (!told) return null
  const { text, language } = told
  const lang = otherLanguage(language, l)
  const parts = [
    { id: 'problemet', title: t.problem, body: text.problem },
    { id: 'atgarden', title: t.action, body: text.action },
    { id: 'resultatet', title: t.result, body: text.result },
    { id: 'annorlunda', title: t.differently, body: text.differently },
  ].filter(({ body }) => body !== '')
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
      {parts.map(({ id, title, body }) => (
        <section key={id} class="flow narrow" aria-labelledby={id}>
          <h2 id={id}>{title}</h2>
          <p class="written" lang={lang}>
            {body}
          </p>
        </section>
      ))}
      <section class="flow" aria-labelledby="i-korthet">
        <h2 id="i-korthet">{t.facts}</h2>
        <DefinitionList items={facts(l, example, text, lang)} />
      </section>
    </>
  )
}

function dates(l: Locale, { publishedAt, updatedAt }: Example): string {
  const t = textsOf(l).example
  if (!publishedAt) return ''
  const [published, updated] = [l.date(publishedAt), l.date(updatedAt)]
  return published === updated ? t.published(published) : `${t.published(published)}, ${t.updated(updated)}`
}

function facts(
  l: Locale,
  example: Example,
  text: { cost: string; duration: string },
  lang: Language | undefined,
): Definition[] {
  const texts = textsOf(l)
  const t = texts.example
  const { criteria, sdgs, links } = example
  return [
    ...(text.cost ? [{ term: t.cost, meaning: <span lang={lang}>{text.cost}</span> }] : []),
    ...(text.duration ? [{ term: t.duration, meaning: <span lang={lang}>{text.duration}</span> }] : []),
    ...(criteria.length > 0
      ? [
          {
            term: t.criteria,
            meaning: <a href={l.href('/om/kriterier')}>{l.list(criteria.map(texts.criterion))}</a>,
          },
        ]
      : []),
    ...(sdgs.length > 0
      ? [
          {
            term: t.sdgs,
            meaning: (
              <ul>
                {sdgs.map((n) => (
                  <li key={n}>
                    {n} {texts.sdgs[n - 1]}
                  </li>
                ))}
              </ul>
            ),
          },
        ]
      : []),
    ...(links.length > 0
      ? [
          {
            term: t.links,
            meaning: (
              <ul>
                {links.map(({ label, address }) => (
                  <li key={address}>
                    <a href={address}>{label}</a>
                  </li>
                ))}
              </ul>
            ),
          },
        ]
      : []),
  ]
}
