import { type Locale, otherLanguage } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { ButtonLink } from '#ui/components/button.tsx'
import { Markdown } from '#ui/components/markdown.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import type { ReadArticle } from '../magazine/contents.ts'
import type { Issue } from '../magazine/issue-queries.ts'
import { isNewsPicture, newsPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import { LeadPicture } from './lead-picture.tsx'

export interface IssuePageProps {
  l: Locale
  issue: Issue
  articles: ReadArticle[]
  isOut: boolean
  mayWrite: boolean
}

/** An issue of the magazine: its cover, what is in it, and every article. */
export function IssuePage({ l, issue, articles, isOut, mayWrite }: IssuePageProps) {
  const texts = textsOf(l)
  const t = texts.magazine
  const lang = otherLanguage(issue.language, l)
  return (
    <>
      <Breadcrumbs l={l} steps={[{ href: l.href(newsPaths.magazine), label: t.title }]} />
      {!isOut && (
        <Notice tone="warning" title={texts.item.notOut[issue.publishAt ? 'scheduled' : 'draft']}>
          <p>{texts.item.notOutText}</p>
        </Notice>
      )}
      <PageHeader
        title={<span lang={lang}>{issue.title}</span>}
        lead={<span lang={lang}>{issue.lead}</span>}
        eyebrow={t.name(issue.year, issue.number)}
      >
        {issue.madeUp && (
          <p>
            <MadeUpBadge label={texts.madeUp} /> {t.madeUp}
          </p>
        )}
        <p class="row">
          <ButtonLink variant="secondary" href={l.href(newsPaths.issuePdf(issue.year, issue.number))}>
            {t.pdf}
          </ButtonLink>
          {mayWrite && <a href={l.href(newsPaths.issueEdit(issue.id))}>{texts.item.edit}</a>}
        </p>
      </PageHeader>
      <LeadPicture picture={issue.cover ?? undefined} lang={lang} />
      <nav aria-labelledby="innehallet">
        <h2 id="innehallet">{t.contents}</h2>
        <ol>
          {articles.map(({ id, title, language }) => (
            <li key={id}>
              <a href={`#artikel-${id}`} lang={otherLanguage(language, l)}>
                {title}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      {articles.map((article) => (
        <ArticleView key={article.id} l={l} article={article} />
      ))}
    </>
  )
}

function ArticleView({ l, article }: { l: Locale; article: ReadArticle }) {
  const t = textsOf(l).magazine
  const { id, title, lead, body, byline, picture, address, own, language } = article
  const lang = otherLanguage(language, l)
  return (
    <article class="flow" aria-labelledby={`artikel-${id}`}>
      <h2 id={`artikel-${id}`} lang={lang}>
        {title}
      </h2>
      {lead && (
        <p class="lead" lang={lang}>
          {lead}
        </p>
      )}
      {byline && <p class="subtle">{t.by(byline)}</p>}
      <LeadPicture picture={picture ?? undefined} lang={lang} />
      <div class="narrow" lang={lang}>
        <Markdown text={body} level={3} isPicture={isNewsPicture} />
      </div>
      {!own && address && (
        <p>
          <a href={l.href(address)}>{t.readMore}</a>
        </p>
      )}
    </article>
  )
}
