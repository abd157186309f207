import type { Locale } from '#platform/i18n.ts'
import { frameTexts } from '../texts.ts'

export interface PaginationProps {
  l: Locale
  /** From 1. */
  page: number
  pages: number
  href: (page: number) => string
}

/** Links between the pages of a long list: first, last and those round the current one. */
export function Pagination({ l, page, pages, href }: PaginationProps) {
  if (pages < 2) return null
  const t = frameTexts(l).pagination
  return (
    <nav class="pagination" aria-label={t.label}>
      <ul>
        {page > 1 && (
          <li>
            <a class="ds-button" data-variant="tertiary" rel="prev" href={href(page - 1)}>
              {t.previous}
            </a>
          </li>
        )}
        {pagesShown(page, pages).map((shown, i) =>
          shown === null ? (
            <li key={`gap-${i}`} aria-hidden="true">
              …
            </li>
          ) : (
            <li key={shown}>
              <a
                class="ds-button"
                data-variant="tertiary"
                href={href(shown)}
                aria-label={t.page(shown)}
                aria-current={shown === page ? 'page' : undefined}
              >
                {shown}
              </a>
            </li>
          ),
        )}
        {page < pages && (
          <li>
            <a class="ds-button" data-variant="tertiary" rel="next" href={href(page + 1)}>
              {t.next}
            </a>
          </li>
        )}
      </ul>
    </nav>
  )
}

/** The numbers to show, with null where some are left out. */
function pagesShown(page: number, pages: number): (number | null)[] {
  const wanted = [...new Set([1, page - 1, page, page + 1, pages])].filter((n) => n >= 1 && n <= pages)
  return wanted.flatMap((n, i) => {
    const before = wanted[i - 1] ?? 0
    return n - before === 2 ? [n - 1, n] : n - before > 2 ? [null, n] : [n]
  })
}
