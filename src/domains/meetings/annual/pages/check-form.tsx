import type { Locale } from '#platform/i18n.ts'
import { Boxes } from '#ui/components/boxes.tsx'
import { Button } from '#ui/components/button.tsx'
import { annualPaths } from '../paths.ts'
import type { Attends } from '../tables.ts'
import { textsOf } from '../texts.ts'

/** Somebody who is registered, for the secretariat to check. */
export interface ToCheck {
  personId: number
  name: string
  organisation: string
  delegate: boolean
  checked: boolean
  attends: Attends
}

/** Those who are registered: delegates are ticked when their credentials are good. */
export function CheckForm({ l, year, registered }: { l: Locale; year: string; registered: ToCheck[] }) {
  const texts = textsOf(l)
  const t = texts.roll
  const delegates = registered.filter(({ delegate }) => delegate)
  if (delegates.length === 0) return <p>{t.none}</p>
  return (
    <section class="flow" aria-labelledby="kontroll">
      <h2 id="kontroll">{t.checkTitle}</h2>
      <form class="form" method="post" action={l.href(annualPaths.roll(year))}>
        <Boxes
          id="person"
          name="person"
          legend={t.person}
          hint={t.checkLead}
          options={delegates.map(({ personId, name, organisation, attends }) => ({
            value: String(personId),
            label: `${name}, ${organisation} (${texts.forms[attends]})`,
          }))}
          chosen={delegates.flatMap(({ personId, checked }) => (checked ? [String(personId)] : []))}
        />
        <Button variant="secondary">{t.checkSave}</Button>
      </form>
    </section>
  )
}
