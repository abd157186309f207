import { contactPaths } from '#domains/contacts/index.ts'
import type { Locale } from '#platform/i18n.ts'
import { Notice } from '#ui/components/notice.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { reasonWords } from '../reason-words.ts'
import type { Chosen, Routed } from '../routing.ts'
import { textsOf } from '../texts.ts'

/** Whom a question will be sent to and why, before it is. */
export function Reach({ l, routed, changed }: { l: Locale; routed: Routed; changed: boolean }) {
  const t = textsOf(l).ask
  const { people, spared } = routed
  return (
    <section id="nar" class="flow" aria-labelledby="nar-rubrik">
      <h2 id="nar-rubrik">{t.reach}</h2>
      {changed && (
        <Notice tone="warning" role="alert">
          <p>{t.reachChanged}</p>
        </Notice>
      )}
      <input type="hidden" name="nar" value={people.map(({ personId }) => personId).join()} />
      {people.length === 0 ? <p>{t.reachNobody}</p> : <p>{t.reachLead(people.length)}</p>}
      {people.length > 0 && (
        <ul class="reach">
          {people.map((person) => (
            <Person key={person.personId} l={l} person={person} />
          ))}
        </ul>
      )}
      {spared.length > 0 && <p>{t.spared(l.list(spared))}</p>}
      {people.length > 0 && <p class="field-hint">{t.reachWider}</p>}
    </section>
  )
}

function Person({ l, person }: { l: Locale; person: Chosen }) {
  const { madeUp } = textsOf(l)
  const { personId, name, title, organisation, reasons } = person
  return (
    <li>
      <a href={l.href(contactPaths.person(personId))}>{name}</a>
      {title && `, ${title}`}, {organisation} {person.madeUp && <MadeUpBadge label={madeUp} />}
      <br />
      <span class="subtle">{l.list(reasonWords(reasons, { l, voice: 'asker' }))}</span>
    </li>
  )
}
