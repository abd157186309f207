import { type Typed, textIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Button } from '#ui/components/button.tsx'
import { Input, type Option, Select } from '#ui/components/field.tsx'
import { fieldsOf } from '#ui/components/fields-of.ts'
import { Tag } from '#ui/components/tag.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import { annualSlug } from '../../decisions.ts'
import type { Meeting } from '../../queries.ts'
import type { Election } from '../agenda.ts'
import type { Candidate } from '../nomination-queries.ts'
import { annualPaths } from '../paths.ts'
import { posts } from '../rules/posts.ts'
import { textsOf } from '../texts.ts'
import { MeetingFrame } from './frame.tsx'

export interface ElectionsPageProps {
  l: Locale
  meeting: Meeting
  elections: Election[]
  candidates: Candidate[]
  /** Whether the committee's proposal may be read. */
  open: boolean
  organisations: Option[]
  may: { nominate: boolean; propose: boolean }
  /** Who reads; they can withdraw their own nominations. */
  personId: number | null
  typed: Typed
  errors: Record<string, string>
  done: string | undefined
}

/** Post by post: how many seats, whom the nomination committee proposes, who is nominated, who was elected. */
export function ElectionsPage(props: ElectionsPageProps) {
  const { l, meeting, elections, candidates, open, may, errors, done } = props
  const t = textsOf(l).elections
  const shown = posts.filter(
    (post) => elections.some((one) => one.post === post) || candidates.some((one) => one.post === post),
  )
  return (
    <MeetingFrame l={l} meeting={meeting} title={t.title} lead={t.lead} done={done} errors={errors}>
      {open ? null : <p>{t.hidden}</p>}
      {shown.map((post) => {
        const election = elections.find((one) => one.post === post)
        const here = candidates.filter((one) => one.post === post)
        return (
          <section key={post} class="flow" aria-labelledby={post}>
            <h2 id={post}>{textsOf(l).posts[post]}</h2>
            {election ? <p>{t.seats(election.seats, election.paragraph)}</p> : null}
            {here.length === 0 ? <p>{t.none}</p> : null}
            <ul class="flow">
              {here.map((candidate) => (
                <li key={candidate.id}>
                  <CandidateLine {...props} candidate={candidate} />
                </li>
              ))}
            </ul>
            <Balance l={l} candidates={here.filter(({ proposed }) => proposed)} />
          </section>
        )
      })}
      {may.nominate ? <NominationForm {...props} /> : null}
    </MeetingFrame>
  )
}

function CandidateLine({
  l,
  meeting,
  may,
  personId,
  candidate,
}: ElectionsPageProps & { candidate: Candidate }) {
  const t = textsOf(l).elections
  const href = annualPaths.candidate(annualSlug(meeting), candidate.id)
  const facts = [
    candidate.party,
    candidate.organisationName,
    candidate.partOfCountry ? t.parts[candidate.partOfCountry] : '',
  ].filter(Boolean)
  const open = candidate.electedAt === null
  return (
    <>
      <strong>{candidate.name}</strong>
      {facts.length > 0 ? `, ${facts.join(', ')}` : ''}{' '}
      {candidate.electedAt ? <Tag tone="brand">{t.elected}</Tag> : null}{' '}
      {candidate.proposed ? <Tag>{t.proposed}</Tag> : null}
      {candidate.presentation ? <p>{candidate.presentation}</p> : null}
      {open && (may.propose || (personId !== null && candidate.nominatedBy === personId)) ? (
        <div class="row">
          {may.propose ? (
            <form method="post" action={l.href(`${href}/foresla`)}>
              <Button variant="secondary">{candidate.proposed ? t.unpropose : t.propose}</Button>
            </form>
          ) : null}
          <form method="post" action={l.href(`${href}/dra-tillbaka`)}>
            <Button variant="tertiary">{t.withdraw}</Button>
          </form>
        </div>
      ) : null}
    </>
  )
}

/** How the proposal spreads over parties and parts of the country, as the statutes want it for the board. */
function Balance({ l, candidates }: { l: Locale; candidates: Candidate[] }) {
  const t = textsOf(l).elections
  if (candidates.length < 2) return null
  const counts = new Map<string, number>()
  for (const { party, partOfCountry } of candidates) {
    for (const word of [party, partOfCountry && t.parts[partOfCountry]])
      if (word) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  if (counts.size === 0) return null
  return <p class="subtle">{t.balance([...counts].map(([word, count]) => `${word} ${count}`).join(', '))}</p>
}

function NominationForm({ l, meeting, organisations, typed, errors }: ElectionsPageProps) {
  const texts = textsOf(l)
  const t = texts.elections
  const field = fieldsOf(typed, errors, texts.errors)
  return (
    <section class="flow" aria-labelledby="nominera">
      <h2 id="nominera">{t.nominate}</h2>
      <form class="form" method="post" action={l.href(annualPaths.elections(annualSlug(meeting)))} noValidate>
        <Select
          {...field('uppdrag')}
          value={textIn(typed, 'uppdrag')}
          label={t.post}
          options={posts.map((post) => ({ value: post, label: texts.posts[post] }))}
        />
        <Input {...field('namn')} label={t.name} />
        <Input {...field('epost')} label={t.email} hint={t.emailHint} type="email" />
        <Input {...field('parti')} label={t.party} />
        <Select
          {...field('del')}
          value={textIn(typed, 'del')}
          label={t.part}
          options={Object.entries(t.parts).map(([value, label]) => ({ value, label }))}
        />
        <Select
          {...field('kommun')}
          value={textIn(typed, 'kommun')}
          label={t.organisation}
          options={[{ value: '', label: '–' }, ...organisations]}
        />
        <Textarea {...field('presentation')} label={t.presentation} rows={4} />
        <Button>{t.send}</Button>
      </form>
    </section>
  )
}
