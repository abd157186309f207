import { type Typed, textIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Button } from '#ui/components/button.tsx'
import { Checkbox, Input, Select } from '#ui/components/field.tsx'
import { fieldsOf } from '#ui/components/fields-of.ts'
import { Once } from '#ui/components/once.tsx'
import { textsOf } from '../texts.ts'

/** When, where and how a meeting is held. */
export function MeetingForm({
  l,
  action,
  typed,
  errors,
  button,
  agreeable,
}: {
  l: Locale
  action: string
  typed: Typed
  errors: Record<string, string>
  button: string
  /** Whether the form asks if everyone has agreed to a late change. */
  agreeable: boolean
}) {
  const texts = textsOf(l)
  const t = texts.plan
  const field = fieldsOf(typed, errors, texts.errors)
  return (
    <form class="form" method="post" action={l.href(action)} noValidate>
      <Once />
      <Input {...field('heldOn')} label={t.heldOn} type="date" />
      <Input {...field('from')} label={t.from} type="time" />
      <Input {...field('to')} label={t.to} type="time" />
      <Input {...field('title')} label={t.title} />
      <Select
        {...field('form')}
        label={t.form}
        value={textIn(typed, 'form') || 'on-site'}
        options={(['on-site', 'online', 'both'] as const).map((value) => ({
          value,
          label: texts.forms[value],
        }))}
      />
      <Input {...field('place')} label={t.place} />
      <Input {...field('onlineAddress')} label={t.onlineAddress} hint={t.onlineHint} />
      {agreeable && errors.agreed && (
        <Checkbox {...field('agreed')} value="1" label={texts.call.agreed} hint={texts.call.agreedHint} />
      )}
      <div class="row">
        <Button variant="secondary">{button}</Button>
      </div>
    </form>
  )
}
