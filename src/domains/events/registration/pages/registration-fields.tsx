import { type Typed, textIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Checkbox, Input, Select } from '#ui/components/field.tsx'
import { fieldsOf } from '#ui/components/fields-of.ts'
import { Textarea } from '#ui/components/textarea.tsx'
import { registrationWays } from '../../rules/registration.ts'
import { textsOf as eventTexts } from '../../texts.ts'
import { textsOf } from '../texts.ts'

/** What the secretariat says of registration, as a part of the event's form. */
export function RegistrationFields({
  l,
  typed,
  errors,
}: {
  l: Locale
  typed: Typed
  errors: Record<string, string>
}) {
  const words = eventTexts(l)
  const texts = textsOf(l)
  const t = texts.form
  const field = fieldsOf(typed, errors, words.errors)
  const box = (name: string) => ({ ...field(name), value: '1', checked: textIn(typed, name) !== '' })
  return (
    <fieldset class="boxes flow">
      <legend class="legend">{texts.box.title}</legend>
      <Select
        {...field('anmalning')}
        label={t.registration}
        options={registrationWays.map((way) => ({ value: way, label: texts.ways[way] }))}
      />
      <Input {...field('anmalan')} label={t.registerAt} hint={t.registerAtHint} />
      <Input {...field('senast')} type="date" label={words.form.registerBy} />
      <Input {...field('platser')} label={t.places} hint={t.placesHint} />
      <Input {...field('digitala-platser')} label={t.onlinePlaces} hint={t.placesHint} />
      <Checkbox {...box('ko')} label={t.waitingList} />
      <Input {...field('avbokning')} type="date" label={t.cancelBy} hint={t.cancelByHint} />
      <Checkbox {...box('gaster')} label={t.guests} />
      <Input {...field('svarsdagar')} label={t.keptDays} />
      <Textarea {...field('praktiskt')} label={t.practical} hint={t.practicalHint} rows={3} />
      <Input {...field('lank')} label={t.onlineAddress} hint={t.onlineAddressHint} />
      <Textarea {...field('praktiskt-digitalt')} label={t.online} rows={3} />
    </fieldset>
  )
}
