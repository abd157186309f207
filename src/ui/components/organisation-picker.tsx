import type { Locale } from '#platform/i18n.ts'
import { frameTexts } from '../texts.ts'
import { Input } from './field.tsx'

export interface OrganisationPickerProps {
  l: Locale
  id: string
  /** The parameter; the server accepts both a name and a code in it. */
  name: string
  label: string
  value?: string | undefined
  error?: string | undefined
  /** Id of the one `OrganisationNames` on the page. */
  list: string
}

/** Finds an organisation by name: a text field with the browser's own suggestions. */
export function OrganisationPicker({ l, ...field }: OrganisationPickerProps) {
  return <Input {...field} hint={frameTexts(l).picker.hint} type="text" autocomplete="off" />
}

/** The names to suggest, once a page. */
export function OrganisationNames({ id, names }: { id: string; names: string[] }) {
  return (
    <datalist id={id}>
      {names.map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  )
}

export interface ChosenOrganisation {
  label: string
  /** The same page without this organisation. */
  removeHref: string
}

/** Those chosen already, each a link that takes it away. */
export function ChosenOrganisations({ l, chosen }: { l: Locale; chosen: ChosenOrganisation[] }) {
  const t = frameTexts(l).picker
  if (chosen.length === 0) return null
  return (
    <ul class="chosen" aria-label={t.chosen}>
      {chosen.map(({ label, removeHref }) => (
        <li key={removeHref}>
          <a href={removeHref} aria-label={t.remove(label)}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  )
}
