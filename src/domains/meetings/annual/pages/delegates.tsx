import type { StatuteRules } from '#domains/statutes/index.ts'
import { type Typed, textIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Button } from '#ui/components/button.tsx'
import { Input, type Option, Select } from '#ui/components/field.tsx'
import { fieldsOf } from '#ui/components/fields-of.ts'
import { Notice } from '#ui/components/notice.tsx'
import { annualSlug } from '../../decisions.ts'
import type { Meeting } from '../../queries.ts'
import type { HeldProxy, NamedMember } from '../delegate-queries.ts'
import { annualPaths } from '../paths.ts'
import type { Vote } from '../rules/delegates.ts'
import { textsOf } from '../texts.ts'
import { MeetingFrame } from './frame.tsx'

export interface DelegatesPageProps {
  l: Locale
  meeting: Meeting
  rules: StatuteRules
  /** The members that the reader is a contact person of. */
  members: NamedMember[]
  votes: Vote[]
  proxies: HeldProxy[]
  names: Map<number, string>
  organisations: Map<string, string>
  /** Nothing can be changed any more. */
  frozen: boolean
  typed: Typed
  errors: Record<string, string>
  /** Why somebody cannot be named, with the paragraph. */
  refusal: string | undefined
  done: string | undefined
}

/** A member's votes, who casts them, and the ways to name somebody else or give a proxy. */
export function DelegatesPage(props: DelegatesPageProps) {
  const { l, meeting, rules, members, frozen, refusal, errors, done } = props
  const t = textsOf(l).delegates
  const { value, paragraph } = rules.votes_each_member
  const mayChange = !frozen && members.some(({ observer }) => !observer || rules.observers_vote.value)
  return (
    <MeetingFrame
      l={l}
      meeting={meeting}
      title={t.title}
      lead={t.lead(value, paragraph)}
      done={done}
      errors={errors}
    >
      {refusal ? (
        <Notice tone="danger" role="alert">
          <p>{refusal}</p>
        </Notice>
      ) : null}
      {members.length === 0 ? <p>{t.none}</p> : null}
      {frozen ? <p>{t.frozen}</p> : null}
      {members.map((member) => (
        <MemberVotes key={member.code} {...props} member={member} />
      ))}
      {mayChange ? <Forms {...props} /> : null}
    </MeetingFrame>
  )
}

function MemberVotes(props: DelegatesPageProps & { member: NamedMember }) {
  const { l, meeting, member, votes, proxies, names, frozen } = props
  const t = textsOf(l).delegates
  const year = annualSlug(meeting)
  const own = votes.filter(({ organisationCode }) => organisationCode === member.code)
  return (
    <section class="flow" aria-labelledby={`medlem-${member.code}`}>
      <h2 id={`medlem-${member.code}`}>{member.name}</h2>
      {own.length === 0 ? <p>{t.observer}</p> : null}
      <ul class="flow">
        {own.map(({ place, personId, named }) => {
          const proxy = proxies.find((one) => one.organisationCode === member.code && one.place === place)
          return (
            <li key={place}>
              <strong>{t.vote(place)}:</strong> {personId === null ? t.nobody : names.get(personId)}
              {named ? ` (${t.named})` : ''}
              {proxy ? `. ${t.carriedBy(names.get(proxy.toPersonId) ?? '')}` : ''}
              {frozen ? null : (
                <div class="row">
                  {named ? (
                    <form method="post" action={l.href(`${annualPaths.delegates(year)}/angra`)}>
                      <input type="hidden" name="rost" value={`${member.code}:${place}`} />
                      <Button variant="tertiary">{t.undo}</Button>
                    </form>
                  ) : null}
                  {proxy ? (
                    <form method="post" action={l.href(`${annualPaths.proxy(year, proxy.id)}/aterkalla`)}>
                      <Button variant="tertiary">{t.revoke}</Button>
                    </form>
                  ) : null}
                </div>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Forms(props: DelegatesPageProps) {
  const { l, meeting, rules, members, votes, names, organisations, typed, errors } = props
  const texts = textsOf(l)
  const t = texts.delegates
  const year = annualSlug(meeting)
  const field = fieldsOf(typed, errors, texts.errors)
  const codes = members.map(({ code }) => code)
  const mine: Option[] = votes
    .filter(({ organisationCode }) => codes.includes(organisationCode))
    .map(({ organisationCode, place }) => ({
      value: `${organisationCode}:${place}`,
      label: members.length > 1 ? `${organisations.get(organisationCode)}, ${t.vote(place)}` : t.vote(place),
    }))
  const limit = rules.proxies_each_delegate
  const carriers: Option[] = votes
    .flatMap(({ personId, organisationCode }) =>
      personId === null || !(rules.proxies_between_members.value || codes.includes(organisationCode))
        ? []
        : [
            {
              value: String(personId),
              label: `${names.get(personId) ?? ''}, ${organisations.get(organisationCode) ?? ''}`,
            },
          ],
    )
    .toSorted((a, b) => l.compare(a.label, b.label))
  return (
    <>
      {rules.other_delegates.value ? (
        <section class="flow" aria-labelledby="utse">
          <h2 id="utse">{t.nameOther}</h2>
          <form class="form" method="post" action={l.href(annualPaths.delegates(year))} noValidate>
            <Select {...field('rost')} value={textIn(typed, 'rost')} label={t.forVote} options={mine} />
            <Input {...field('namn')} label={t.name} />
            <Input {...field('epost')} label={t.email} type="email" />
            <Button>{t.save}</Button>
          </form>
        </section>
      ) : null}
      {limit.value > 0 ? (
        <section class="flow" aria-labelledby="fullmakt">
          <h2 id="fullmakt">{t.giveProxy}</h2>
          <p>{t.proxyHint(limit.value, limit.paragraph)}</p>
          <form class="form" method="post" action={l.href(annualPaths.proxies(year))} noValidate>
            <Select id="fullmakt-rost" name="rost" value="" label={t.forVote} options={mine} />
            <Select {...field('till')} value={textIn(typed, 'till')} label={t.to} options={carriers} />
            <Button variant="secondary">{t.give}</Button>
          </form>
        </section>
      ) : null}
    </>
  )
}
