import { contactPaths } from '#domains/contacts/index.ts'
import type { Locale } from '#platform/i18n.ts'
import { Tag } from '#ui/components/tag.tsx'
import type { Question, Recipient } from '../question-queries.ts'
import { reasonWords } from '../reason-words.ts'
import { textsOf } from '../texts.ts'

export interface SentToProps {
  l: Locale
  question: Question
  recipients: Recipient[]
  names: Map<number, { name: string }>
  /** The reader has asked the question. */
  own: boolean | undefined
}

/** Whom a question was sent to, why just them, and what came of it. */
export function SentTo({ l, question, recipients, names, own = false }: SentToProps) {
  const t = textsOf(l).question
  const stateOf = ({ answeredAt, declinedAt }: Recipient) =>
    answeredAt ? 'answered' : declinedAt ? 'declined' : 'waiting'
  return (
    <section class="flow" aria-labelledby="har-fatt">
      <h2 id="har-fatt">{t.sentTo}</h2>
      {recipients.length === 0 ? <p>{t.sentToNobody}</p> : <p>{t.sentCount(recipients.length)}</p>}
      <ul class="reach">
        {recipients.map((person) => (
          <li key={person.personId}>
            <a href={l.href(contactPaths.person(person.personId))}>{person.name}</a>, {person.organisation}{' '}
            <Tag tone={person.answeredAt ? 'brand' : 'outline'}>{t.states[stateOf(person)]}</Tag>
            <br />
            <span class="subtle">
              {l.list(reasonWords(person.reasons, { l, voice: own ? 'asker' : 'others', names }))}
            </span>
          </li>
        ))}
      </ul>
      {question.widenOn && question.state === 'open' && <p>{t.widens(l.date(question.widenOn))}</p>}
    </section>
  )
}
