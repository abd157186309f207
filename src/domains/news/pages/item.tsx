import { type Language, type Locale, otherLanguage, toldIn } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Markdown } from '#ui/components/markdown.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { isNewsPicture, newsPaths } from '../paths.ts'
import type { NewsItem, NewsText } from '../queries.ts'
import type { NewsState } from '../rules.ts'
import { textsOf } from '../texts.ts'
import { LeadPicture } from './lead-picture.tsx'

export interface ItemPageProps {
  l: Locale
  item: NewsItem
  state: NewsState
  mayWrite: boolean
}

/** A piece of news on its own page. */
export function ItemPage({ l, item, state, mayWrite }: ItemPageProps) {
  const texts = textsOf(l)
  const t = texts.item
  const told = toldIn(item.texts, l)
  if (!told) return null
  return (
    <>
      <Breadcrumbs l={l} steps={[{ href: l.href(newsPaths.list), label: texts.list.title }]} />
      {state !== 'published' && (
        <Notice tone="warning" title={t.notOut[state]}>
          <p>{t.notOutText}</p>
        </Notice>
      )}
      <article class="flow">
        <Written l={l} text={told.text} language={told.language} item={item} />
      </article>
      {mayWrite && (
        <p>
          <a href={l.href(newsPaths.edit(item.id))}>{t.edit}</a>
        </p>
      )}
    </>
  )
}

/** Title, introduction and text, in the language that they are written in. */
function Written({
  l,
  text,
  language,
  item,
}: {
  l: Locale
  text: NewsText
  language: Language
  item: NewsItem
}) {
  const texts = textsOf(l)
  const lang = otherLanguage(language, l)
  return (
    <>
      <PageHeader
        title={<span lang={lang}>{text.title}</span>}
        lead={<span lang={lang}>{text.lead}</span>}
        eyebrow={item.publishAt ? l.date(item.publishAt) : undefined}
      >
        {lang && <p class="subtle">{texts.onlyIn[lang]}</p>}
        {item.madeUp && (
          <p>
            <MadeUpBadge label={texts.madeUp} /> {texts.item.madeUp}
          </p>
        )}
      </PageHeader>
      <LeadPicture picture={item.picture ?? undefined} />
      <div class="narrow" lang={lang}>
        <Markdown text={text.body} isPicture={isNewsPicture} />
      </div>
      {item.proposedBy && <p class="subtle">{texts.item.proposedBy(item.proposedBy)}</p>}
      {item.publishAt &&
        l.date(item.updatedAt) !== l.date(item.publishAt) &&
        item.updatedAt > item.publishAt && <p class="subtle">{texts.item.updated(l.date(item.updatedAt))}</p>}
    </>
  )
}
