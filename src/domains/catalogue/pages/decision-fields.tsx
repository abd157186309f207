import type { Typed } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Input } from '#ui/components/field.tsx'
import { fieldsOf } from '#ui/components/fields-of.ts'
import { textsOf } from '../texts.ts'

/** Which decision of a meeting something rests on. */
export function DecisionFields(props: { l: Locale; typed: Typed; errors: Record<string, string> }) {
  const { decision: t, errors: sentences } = textsOf(props.l)
  const field = fieldsOf(props.typed, props.errors, sentences)
  return (
    <fieldset class="boxes flow">
      <legend>{t.legend}</legend>
      <p class="field-hint">{t.hint}</p>
      <Input {...field('motet')} label={t.meeting} autocomplete="off" />
      <Input {...field('dag')} label={t.day} type="date" />
      <Input {...field('paragraf')} label={t.paragraph} autocomplete="off" />
      <Input {...field('lank')} label={t.link} hint={t.linkHint} autocomplete="off" />
    </fieldset>
  )
}
