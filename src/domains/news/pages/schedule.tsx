import type { Locale } from '#platform/i18n.ts'
import { Input } from '#ui/components/field.tsx'
import type { fieldsOf } from '#ui/components/fields-of.ts'
import { Notice } from '#ui/components/notice.tsx'
import { textsOf } from '../texts.ts'

/** When something is published: a day and a time, both left empty for a draft. */
export function ScheduleFields({ l, field }: { l: Locale; field: ReturnType<typeof fieldsOf> }) {
  const t = textsOf(l).form
  return (
    <>
      <Input {...field('dag')} type="date" label={t.day} hint={t.whenHint} />
      <Input {...field('tid')} type="time" label={t.time} hint={t.timeHint} />
    </>
  )
}

/** Says that somebody else saved while this was being written. */
export function Overtaken({ l }: { l: Locale }) {
  return (
    <Notice tone="warning" role="alert">
      <p>{textsOf(l).form.overtaken}</p>
    </Notice>
  )
}
