import type { Locale } from '#platform/i18n.ts'
import { frameTexts } from '../texts.ts'

export interface ShareBoxProps {
  l: Locale
  /** Unique on the page; begins the ids of the fields. */
  id: string
  /** Complete address of the page as it stands. */
  link: string
  /** Reference with an address that keeps showing the same figures. */
  cite: string
  /** HTML for an iframe. */
  embed?: string
  /** The same for a picture that stays as it is, with its label. */
  fixed?: { label: string; value: string }
}

/** What to paste elsewhere. The buttons that copy are shown by the script; without it the text is marked by hand. */
export function ShareBox({ l, id, link, cite, embed, fixed }: ShareBoxProps) {
  const t = frameTexts(l).share
  const rows = [
    { key: 'link', label: t.link, value: link },
    { key: 'cite', label: t.cite, value: cite },
    ...(embed ? [{ key: 'embed', label: t.embed, value: embed }] : []),
    ...(fixed ? [{ key: 'fixed', ...fixed }] : []),
  ]
  return (
    <div class="share">
      {rows.map(({ key, label, value }) => (
        <div key={key} class="ds-field">
          <label for={`${id}-${key}`}>{label}</label>
          <div class="share__row">
            <input id={`${id}-${key}`} class="ds-input" type="text" readOnly value={value} />
            <button
              class="ds-button"
              data-variant="secondary"
              type="button"
              hidden
              data-copy={`${id}-${key}`}
              data-copied={t.copied}
            >
              {t.copy}
            </button>
          </div>
        </div>
      ))}
    </div>
  )
}
