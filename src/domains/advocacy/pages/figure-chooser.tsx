import { type Typed, textIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Button } from '#ui/components/button.tsx'
import { Details } from '#ui/components/details.tsx'
import { Input, type Option, Select } from '#ui/components/field.tsx'
import { fieldsOf } from '#ui/components/fields-of.ts'
import { OrganisationNames, OrganisationPicker } from '#ui/components/organisation-picker.tsx'
import { textsOf } from '../texts.ts'

export interface FigureChooserProps {
  l: Locale
  typed: Typed
  errors: Record<string, string>
  figures: Option[]
  /** Names to suggest. */
  organisations: string[]
}

/** Puts a key figure into the text that is being written, and says how that is written by hand. */
export function FigureChooser({ l, typed, errors, figures, organisations }: FigureChooserProps) {
  const texts = textsOf(l)
  const t = texts.figures
  const field = fieldsOf(typed, errors, texts.errors)
  const isOpen = ['tal-kommun', 'tal-ar'].some((name) => errors[name] || textIn(typed, name))
  return (
    <Details summary={t.insert} open={isOpen}>
      <p>{t.syntaxLead}</p>
      <p>
        <code>{'{{nyckeltal 2 1382 2023}}'}</code>
      </p>
      <p>{t.syntax}</p>
      <Select {...field('tal')} label={t.figure} value={textIn(typed, 'tal')} options={figures} />
      <OrganisationPicker l={l} {...field('tal-kommun')} label={t.organisation} list="tal-namn" />
      <OrganisationNames id="tal-namn" names={organisations} />
      <Input {...field('tal-ar')} label={t.year} hint={t.yearHint} />
      <p>
        <Button variant="secondary" name="gor" value="lagg-till">
          {t.add}
        </Button>
      </p>
    </Details>
  )
}
