import { keyFigurePaths } from '#domains/key-figures/index.ts'
import { organisationPaths } from '#domains/members/index.ts'
import type { Locale } from '#platform/i18n.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import { sitePaths } from '../paths.ts'
import { textsOf } from '../texts.ts'

export interface Choice {
  /** Path without language. */
  href: string
  label: string
}

export interface NotFoundPageProps {
  l: Locale
  title: string
  /** What was wrong with the request, and how to mend it. */
  message: string
  /** What does exist. Without any, the site's main ways in are offered. */
  choices: Choice[]
}

/** The answer to an address that cannot be answered: why, and what there is instead. */
export function NotFoundPage({ l, title, message, choices }: NotFoundPageProps) {
  const t = textsOf(l).failures
  return (
    <>
      <PageHeader title={title} lead={message} />
      <Ways
        l={l}
        title={choices.length > 0 ? t.choices : t.insteadTitle}
        choices={choices.length > 0 ? choices : mainWays(l)}
      />
    </>
  )
}

/** Where to go when nothing better is known. */
export function mainWays(l: Locale): Choice[] {
  const t = textsOf(l).failures
  return [
    { href: sitePaths.start, label: t.start },
    { href: organisationPaths.list, label: t.organisations },
    { href: keyFigurePaths.list, label: t.figures },
  ]
}

/** Links to choose from, under a heading. */
export function Ways({ l, title, choices }: { l: Locale; title: string; choices: Choice[] }) {
  return (
    <nav class="flow" aria-labelledby="vagar">
      <h2 id="vagar">{title}</h2>
      <ul>
        {choices.map(({ href, label }) => (
          <li key={href}>
            <a href={l.href(href)}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
