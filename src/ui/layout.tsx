import type { ComponentChildren } from 'preact'
import type { Actor, MenuItem } from '#platform/http/context.ts'
import { type Locale, ownNameOf, type Tongue } from '#platform/i18n.ts'
import { Mark } from './components/mark.tsx'
import { frameTexts } from './texts.ts'
import { withSelection } from './with-selection.ts'

/** A way to another language. */
export interface OtherLanguage {
  tongue: Tongue
  href: string
}

export interface LayoutProps {
  l: Locale
  /** Path without language, to mark the place in the menu. */
  path: string
  menu: MenuItem[]
  /** The same page in the other languages. */
  others: OtherLanguage[]
  /** My municipality, carried along the menu. */
  selected: string | undefined
  demo: boolean
  /** Who has logged in. */
  actor: Actor | null
  /** Uses the whole width, for pages of charts and tables. */
  wide: boolean
  children?: ComponentChildren
}

/** Everything round the content of a page. */
export function Layout(props: LayoutProps) {
  const { l, demo, wide, children } = props
  const t = frameTexts(l)
  return (
    <>
      <a class="ds-skip-link" href="#innehall">
        {t.skip}
      </a>
      {demo && (
        <aside class="demo-banner" aria-label={t.demo.split(':')[0]}>
          <p>{t.demo}</p>
        </aside>
      )}
      <Header {...props} />
      <main id="innehall" class={wide ? 'page page--wide' : 'page'} tabIndex={-1}>
        {children}
      </main>
      <Footer l={l} selected={props.selected} />
    </>
  )
}

function Header(props: LayoutProps) {
  const { l, others, selected, actor } = props
  const t = frameTexts(l)
  return (
    <header class="site-header">
      <div class="site-header__row">
        <a class="brand" href={withSelection(l.href('/'), selected)} aria-label={t.home}>
          <Mark />
          <span class="brand__name">{t.siteName}</span>
        </a>
        <form class="site-search" action={l.href('/sok')} method="get" data-suggest={l.href('/sok/forslag')}>
          <search>
            <label for="site-search">{t.search}</label>
            <input id="site-search" class="ds-input" type="search" name="q" autocomplete="off" />
            <button class="ds-button" type="submit">
              {t.searchButton}
            </button>
          </search>
        </form>
        <div class="header-links">
          <a href={l.href(actor ? '/mina-sidor' : '/logga-in')}>{actor ? t.myPages : t.login}</a>
          {others.map(({ tongue, href }) => (
            <a key={tongue} href={href} hreflang={tongue} lang={tongue}>
              <span class="tongue">{ownNameOf(tongue)}</span>
              <span class="tongue-code" aria-hidden="true">
                {tongue.toUpperCase()}
              </span>
            </a>
          ))}
        </div>
        <details class="fold-menu">
          <summary>{t.menu}</summary>
          <Menu {...props} />
        </details>
      </div>
      <Menu {...props} />
    </header>
  )
}

function Menu({ l, menu, path, selected }: LayoutProps) {
  const here = l.href(path)
  return (
    <nav class="main-menu" aria-label={frameTexts(l).mainMenu}>
      <ul>
        {menu.map((item) => {
          const href = l.href(item.href)
          const current =
            here === href ? 'page' : here.startsWith(`${href}/`) && item.href !== '/' ? 'true' : undefined
          return (
            <li key={href}>
              <a href={withSelection(href, selected)} aria-current={current}>
                {item.label}
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

function Footer({ l, selected }: Pick<LayoutProps, 'l' | 'selected'>) {
  const t = frameTexts(l)
  const columns = [
    {
      title: t.footer.association,
      links: [
        ['/om', t.footer.about],
        ['/om/historia', t.footer.history],
        ['/stadgar', t.footer.statutes],
        ['/arsmote', t.footer.annualMeetings],
        ['/internationellt', t.footer.international],
        ['/om/kansliet', t.footer.secretariat],
      ],
    },
    {
      title: t.footer.data,
      links: [
        ['/nyckeltal', t.footer.keyFigures],
        ['/nyckeltal/metod', t.footer.method],
        ['/oppna-data', t.footer.openData],
        ['/api', t.footer.api],
        ['/oppna-data/kallor', t.footer.sources],
      ],
    },
    {
      title: t.footer.site,
      links: [
        ['/tillganglighet', t.footer.accessibility],
        ['/integritet', t.footer.privacy],
      ],
    },
  ] as const
  return (
    <footer class="site-footer">
      <div class="site-footer__row">
        <div class="site-footer__about">
          <p class="site-footer__name">
            <Mark />
            {t.siteName}
          </p>
          <p>{t.footer.purpose}</p>
        </div>
        {columns.map(({ title, links }) => (
          <div key={title}>
            <h2>{title}</h2>
            <ul>
              {links.map(([path, label]) => (
                <li key={path}>
                  <a href={withSelection(l.href(path), selected)}>{label}</a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      <p class="site-footer__licence">
        {t.footer.licence}{' '}
        <a href="https://interoperable-europe.ec.europa.eu/collection/eupl/eupl-text-eupl-12">EUPL 1.2</a>.
      </p>
    </footer>
  )
}
