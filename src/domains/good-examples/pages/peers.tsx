import { type Locale, toldIn } from '#platform/i18n.ts'
import { Boxes } from '#ui/components/boxes.tsx'
import { Button } from '#ui/components/button.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge, Tag } from '#ui/components/tag.tsx'
import type { Example } from '../example-queries.ts'
import { examplePaths } from '../paths.ts'
import type { Candidate } from '../peers/candidates.ts'
import { mostPeers } from '../peers/limits.ts'
import type { Peer } from '../peers/peer-queries.ts'
import { textsOf } from '../texts.ts'
import { StepCrumbs } from './step.tsx'

export interface PeersPageProps {
  l: Locale
  example: Example
  peers: Peer[]
  /** Whom to ask: those who fit what was typed, else those who know the subjects. */
  candidates: Candidate[]
  subjectNames: Map<string, string>
  typed: string
  errors: Record<string, string>
  done: string | undefined
}

/** Whom the writers ask what they think of the draft, and who has answered. */
export function PeersPage(props: PeersPageProps) {
  const { l, example, peers, typed, errors, done } = props
  const texts = textsOf(l)
  const t = texts.peers
  const left = mostPeers - peers.length
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <StepCrumbs l={l} example={example} />
      <Done text={done && t.notices[done]} />
      <PageHeader eyebrow={toldIn(example.texts, l)?.text.title} title={t.title} lead={t.lead} />
      <Asked {...props} />
      {example.state === 'draft' && left > 0 && (
        <section class="flow" aria-labelledby="valj">
          <h2 id="valj">{t.choose(left)}</h2>
          <form class="form" method="get" action={l.href(examplePaths.peers(example.id))}>
            <Input id="sok" name="sok" type="search" label={t.search} hint={t.searchHint} value={typed} />
            <p class="row">
              <Button variant="secondary">{t.searchButton}</Button>
            </p>
          </form>
          <Candidates {...props} />
        </section>
      )}
    </>
  )
}

function Asked({ l, example, peers }: PeersPageProps) {
  const texts = textsOf(l)
  const t = texts.peers
  if (peers.length === 0) return null
  return (
    <section class="flow" aria-labelledby="fragade">
      <h2 id="fragade">{t.asked}</h2>
      <ul class="task-list">
        {peers.map(({ personId, name, organisation, madeUp, askedAt, answeredAt }) => (
          <li key={personId}>
            <span>
              {name}
              {organisation && `, ${organisation}`} {madeUp && <MadeUpBadge label={texts.madeUp} />}
              <span class="task-list__by">{t.askedOn(l.date(askedAt))}</span>
            </span>
            {answeredAt ? (
              <Tag tone="brand">{t.answered}</Tag>
            ) : (
              <form method="post" action={l.href(examplePaths.peer(example.id, personId))}>
                <Button variant="tertiary" label={t.takeBackFrom(name)}>
                  {t.takeBack}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <p>
        <a href={l.href(examplePaths.preview(example.id))}>{t.preview}</a>
      </p>
    </section>
  )
}

function Candidates({ l, example, candidates, subjectNames, typed, errors }: PeersPageProps) {
  const texts = textsOf(l)
  const t = texts.peers
  if (candidates.length === 0) return <p id="person">{typed ? t.nobodyFits : t.nobodyKnows}</p>
  return (
    <form class="form" method="post" action={l.href(examplePaths.peers(example.id))} noValidate>
      <Boxes
        id="person"
        name="person"
        legend={typed ? t.found : t.suggested}
        error={fieldsOf({}, errors, texts.errors)('person').error}
        options={candidates.map(({ personId, name, title, organisation, subjects, madeUp }) => ({
          value: String(personId),
          label:
            [name, title, organisation].filter(Boolean).join(', ') + (madeUp ? ` (${texts.madeUp})` : ''),
          ...(subjects.length > 0
            ? { hint: t.knows(l.list(subjects.map((id) => subjectNames.get(id) ?? id))) }
            : {}),
        }))}
        chosen={[]}
      />
      <p class="field-hint">{t.mailHint}</p>
      <p class="row">
        <Button>{t.ask}</Button>
      </p>
    </form>
  )
}
