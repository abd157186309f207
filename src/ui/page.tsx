import type { Context } from 'hono'
import type { ComponentChildren, VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { ownStylesheet } from '#platform/association/stylesheet.ts'
import { firstLanguage, furtherLanguages } from '#platform/association.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { localeOf, type Tongue } from '#platform/i18n.ts'
import { Mark, markAddress } from './components/mark.tsx'
import { Layout, type OtherLanguage } from './layout.tsx'
import { frameTexts } from './texts.ts'
import { selectedCode } from './with-selection.ts'

/** What a page tells browsers, search engines and those who share it. */
export interface PageHead {
  /** Without the name of the site. */
  title: string
  /** One or two sentences, shown in search results and when the page is shared. */
  description: string
  /** Absolute path of the Open Graph picture, 1200 × 630. */
  image?: string | undefined
  noIndex?: boolean | undefined
  /** Uses the whole width, for pages of charts and tables. */
  wide?: boolean | undefined
  feeds?: { href: string; type: string; title: string }[] | undefined
  /** What the page is about for search engines, in the words of schema.org. */
  data?: object | undefined
}

/** Answers with a whole page: document, head, frame and the body given. The one renderer of the site. */
export function page<D>(
  c: Context<AppEnv<D>>,
  head: PageHead,
  body: VNode,
  status: PageStatus = 200,
): Response {
  const { locale: l, config, menu } = c.var
  const { errorPrefix } = frameTexts(l)
  const place = placeOf(c)
  const html = (
    <Document
      c={c}
      head={status === 422 ? { ...head, title: errorPrefix + head.title } : head}
      missing={status >= 400}
    >
      <Layout
        l={l}
        path={place.path}
        menu={menu}
        others={others(c, place)}
        selected={place.selected}
        demo={config.mode === 'demo'}
        actor={c.var.actor}
        wide={head.wide ?? false}
      >
        {body}
      </Layout>
    </Document>
  )
  return c.html(document(html), status)
}

/** A page for a frame on somebody else's site: a hidden h1 of the title, the body, and the way to the whole page. */
export function embedPage<D>(
  c: Context<AppEnv<D>>,
  head: PageHead & { /** Address of the whole page. */ href: string },
  body: VNode,
  status: PageStatus = 200,
): Response {
  const t = frameTexts(c.var.locale)
  const html = (
    <Document c={c} head={{ ...head, noIndex: true }} missing={status >= 400} embedded>
      <main class="embed">
        <h1 class="sr-only">{head.title}</h1>
        {body}
      </main>
      <footer class="embed-footer">
        <p>
          <Mark /> {t.embed.from} {t.siteName}.{' '}
          <a href={head.href} target="_blank" rel="noopener">
            {t.embed.open}
          </a>
        </p>
      </footer>
    </Document>
  )
  return c.html(document(html), status)
}

/** A piece of a page as HTML, for a feed or an answer to a script. */
export function renderFragment(piece: VNode): string {
  return renderToString(piece)
}

/** Shared for pages without a picture of their own. */
export const sitePicture = '/dela/ekokommuner.png'

type PageStatus = 200 | 400 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503

function document(html: VNode): string {
  return `<!doctype html>${renderToString(html)}`
}

interface DocumentProps<D> {
  c: Context<AppEnv<D>>
  head: PageHead
  missing: boolean
  embedded?: boolean
  children?: ComponentChildren
}

function Document<D>({ c, head, missing, embedded = false, children }: DocumentProps<D>) {
  const { locale: l, config, assets } = c.var
  const { siteName } = frameTexts(l)
  const { path, search } = placeOf(c)
  const title = head.title === siteName ? siteName : `${head.title} – ${siteName}`
  const address = (tongue: Tongue) => new URL(config.baseUrl + localeOf(tongue).href(path)).href
  return (
    <html lang={l.tongue} data-color-scheme="auto">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <meta name="description" content={head.description} />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#faf9f5" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#101a17" media="(prefers-color-scheme: dark)" />
        <link rel="preload" href={assets.font} as="font" type="font/woff2" crossOrigin="anonymous" />
        <link rel="stylesheet" href={assets.styles} />
        {ownStylesheet && <link rel="stylesheet" href={ownStylesheet.address} />}
        <script type="module" src={assets.script} defer />
        <link rel="icon" type="image/svg+xml" href={markAddress} />
        {head.noIndex || missing ? (
          <meta name="robots" content="noindex" />
        ) : (
          <>
            <link rel="canonical" href={address(l.tongue)} />
            {c.var.tonguesOf(path).map((tongue) => (
              <link key={tongue} rel="alternate" hreflang={tongue} href={address(tongue) + search} />
            ))}
            <link rel="alternate" hreflang="x-default" href={address(firstLanguage) + search} />
          </>
        )}
        <meta property="og:type" content="website" />
        <meta property="og:site_name" content={siteName} />
        <meta property="og:title" content={head.title} />
        <meta property="og:description" content={head.description} />
        <meta property="og:url" content={address(l.tongue) + search} />
        <meta property="og:locale" content={l.tag.replace('-', '_')} />
        <meta property="og:image" content={config.baseUrl + (head.image ?? sitePicture)} />
        <meta name="twitter:card" content="summary_large_image" />
        {head.feeds?.map((feed) => (
          <link key={feed.href} rel="alternate" type={feed.type} title={feed.title} href={feed.href} />
        ))}
        {head.data && (
          // Data and no script: browsers run nothing of it, so the content security policy has nothing to stop.
          <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonInHtml(head.data) }} />
        )}
      </head>
      <body class={embedded ? 'embedded' : undefined}>{children}</body>
    </html>
  )
}

/** The page in the other languages of the association; their first page where it is not translated. */
function others<D>(c: Context<AppEnv<D>>, { path, search }: ReturnType<typeof placeOf>): OtherLanguage[] {
  const here = new Set(c.var.tonguesOf(path))
  return [firstLanguage, ...furtherLanguages]
    .filter((tongue) => tongue !== c.var.locale.tongue)
    .map((tongue) => ({
      tongue,
      href: here.has(tongue) ? localeOf(tongue).href(path) + search : localeOf(tongue).href('/'),
    }))
}

/** JSON that can stand in a page: it cannot end the element that it stands in. */
function jsonInHtml(data: object): string {
  return JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', '\\u003c')
}

/** Where the reader is: path without language, the query as it stands, and my municipality. */
function placeOf<D>(c: Context<AppEnv<D>>): { path: string; search: string; selected: string | undefined } {
  const { search, searchParams } = new URL(c.req.url)
  // One slash only: "//example.org" in a link would lead away from this site.
  return { path: c.var.path.replace(/^[/\\]+/, '/'), search, selected: selectedCode(searchParams) }
}
