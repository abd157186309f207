import type { Locale } from '#platform/i18n.ts'
import { frameTexts } from '../texts.ts'

/** The way here from the start page. Addresses are complete; the page itself is left out. */
export function Breadcrumbs({ l, steps }: { l: Locale; steps: { href: string; label: string }[] }) {
  return (
    <nav class="breadcrumbs" aria-label={frameTexts(l).breadcrumbs}>
      <ol>
        {steps.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
