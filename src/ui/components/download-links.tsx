import type { Locale } from '#platform/i18n.ts'
import { frameTexts } from '../texts.ts'

export interface Download {
  href: string
  /** "CSV", "Excel", "CSV med decimalkomma". */
  label: string
}

/** The same figures as files. */
export function DownloadLinks({ l, id = 'downloads', files }: { l: Locale; id?: string; files: Download[] }) {
  const { download } = frameTexts(l)
  return (
    <div class="downloads">
      <p id={`${id}-label`}>{download}</p>
      <ul aria-labelledby={`${id}-label`}>
        {files.map(({ href, label }) => (
          <li key={href}>
            <a href={href} rel="nofollow" download>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
