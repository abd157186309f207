import type { RelatedPart } from '#platform/http/context.ts'
import type { Locale } from '#platform/i18n.ts'
import { MadeUpBadge } from './tag.tsx'

/** What other houses have on the subject of a page, each under its heading. */
export function Related({
  l,
  parts,
  madeUp,
  level = 3,
}: {
  l: Locale
  parts: RelatedPart[]
  madeUp: string
  level?: 2 | 3
}) {
  const Heading = `h${level}` as const
  return (
    <>
      {parts.map(({ title, lang, links, more }) => (
        <div key={title} class="flow" lang={lang}>
          <Heading>{title}</Heading>
          <ul>
            {links.map((link) => (
              <li key={link.href}>
                <a href={l.href(link.href)} lang={link.lang}>
                  {link.label}
                </a>
                , {link.note}
                {link.madeUp && <MadeUpBadge label={madeUp} />}
              </li>
            ))}
          </ul>
          <p>
            <a href={l.href(more.href)}>{more.label}</a>
          </p>
        </div>
      ))}
    </>
  )
}
