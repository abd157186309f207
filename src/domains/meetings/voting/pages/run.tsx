import type { Locale } from '#platform/i18n.ts'
import { Boxes } from '#ui/components/boxes.tsx'
import { Button } from '#ui/components/button.tsx'
import { Details } from '#ui/components/details.tsx'
import { Done } from '#ui/components/done.tsx'
import { Input } from '#ui/components/field.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import type { Hall, Running } from '../asking.ts'
import { questionOf } from '../course.ts'
import { votingPaths } from '../paths.ts'
import { votingTexts } from '../texts.ts'
import { asksWords, lawWords, resultView, sidesOf } from '../words.ts'
import { Decide, type DecideProps } from './decide.tsx'
import { Live } from './live.tsx'
import { Result } from './result.tsx'

export interface RunPageProps {
  l: Locale
  year: string
  hall: Hall
  running: Running
  version: number
  counted: { voted: number; roll: number }
  decide: Omit<DecideProps, 'l' | 'action'> | null
  done: string | undefined
  errors: { casting?: string; why?: string }
}

/** Where the chair or the secretariat runs a ballot: one next step at a time. */
export function RunPage(props: RunPageProps) {
  const { l, year, hall, running, version, decide, done, errors } = props
  const t = votingTexts(l)
  const { ballot, course } = running
  const goesOn = course.next.step === 'close'
  return (
    <>
      <PageHeader
        eyebrow={t.item(ballot.item.ordinal, ballot.item.title)}
        title={ballot.question}
        lead={ballot.secret ? t.secret : t.open}
      />
      <Done text={done ? t.run.done[done] : undefined} />
      {(errors.casting || errors.why) && (
        <Notice tone="danger" role="alert">
          <p>{errors.casting ?? errors.why}</p>
        </Notice>
      )}
      <Live
        events={l.href(votingPaths.events(year))}
        version={version}
        say={goesOn ? t.vote.say.open : t.vote.say.closed}
        spread={0}
        counts={goesOn}
      >
        <Step {...props} />
        {course.judged.toReversed().map((judged) => (
          <section key={judged.round.id} class="flow ballot">
            {ballot.rounds.length > 1 && <p class="eyebrow">{t.round(judged.round.number)}</p>}
            <Result l={l} view={resultView(l, ballot, judged)} level={2} />
            {lawWords(l, hall, ballot, judged.round).map((sentence) => (
              <p key={sentence} class="subtle">
                {sentence}
              </p>
            ))}
          </section>
        ))}
      </Live>
      {decide && <Decide l={l} action={l.href(votingPaths.decide(year, ballot.id))} {...decide} />}
      <p class="row">
        <a href={l.href(votingPaths.ballot(year, ballot.id))}>{t.run.public}</a>{' '}
        <a href={l.href(votingPaths.ballots(year))}>{t.run.back}</a>
      </p>
    </>
  )
}

function Step(props: RunPageProps) {
  const { l, year, hall, running } = props
  const t = votingTexts(l)
  const { ballot, course } = running
  const { next } = course
  if (next.step === 'done') return null
  if (next.step === 'close') return <Close {...props} />
  if (next.step === 'break') return <Break {...props} />
  const question = questionOf(ballot, next, hall.statutes)
  return (
    <form method="post" action={l.href(votingPaths.open(year, ballot.id))} class="flow">
      <h2>{t.run.nextAsks}</h2>
      <p class="paper__asks">{asksWords(l, ballot, question, next)}</p>
      <Button>{course.judged.length > 0 ? t.run.nextRound(ballot.rounds.length + 1) : t.run.next}</Button>
    </form>
  )
}

function Close({ l, year, hall, running, counted, errors }: RunPageProps) {
  const t = votingTexts(l)
  const { ballot, course } = running
  if (course.next.step !== 'close') return null
  const { question, round } = course.next
  return (
    <>
      <p class="paper__asks">{asksWords(l, ballot, question, round)}</p>
      <p class="tally__count" data-count>
        {t.run.voted(counted.voted, counted.roll)}
      </p>
      <form method="post" action={l.href(votingPaths.close(year, ballot.id))} class="flow">
        <p>{t.run.closeHint}</p>
        <Button>{t.run.close}</Button>
      </form>
      {lawWords(l, hall, ballot, round).map((sentence) => (
        <p key={sentence} class="subtle">
          {sentence}
        </p>
      ))}
      <Details summary={t.run.cancel} open={errors.why !== undefined}>
        <p>{t.run.cancelLead}</p>
        <form method="post" action={l.href(votingPaths.cancel(year, ballot.id))} class="flow">
          <Input id="varfor" name="varfor" label={t.run.why} error={errors.why} />
          <Button variant="secondary">{t.run.cancel}</Button>
        </form>
      </Details>
    </>
  )
}

function Break({ l, year, hall, running, errors }: RunPageProps) {
  const t = votingTexts(l).run
  const { ballot, course } = running
  if (course.next.step !== 'break') return null
  const { by, tied, left, round } = course.next
  if (by === 'lot') {
    return (
      <form method="post" action={l.href(votingPaths.lot(year, ballot.id))} class="flow">
        <p>{t.lotHint}</p>
        <Button>{t.lot}</Button>
      </form>
    )
  }
  const labels = sidesOf(l, ballot, questionOf(ballot, round, hall.statutes), round)
  return (
    <form method="post" action={l.href(votingPaths.casting(year, ballot.id))} class="flow">
      <Boxes
        id="utslag"
        name="utslag"
        legend={t.casting}
        hint={t.castingHint(left)}
        kind={left === 1 ? 'radio' : 'checkbox'}
        options={tied.map((number) => ({
          value: String(number),
          label: labels.find((one) => one.number === number)?.label ?? '',
        }))}
        chosen={[]}
        error={errors.casting}
      />
      <Button>{t.castingSave}</Button>
    </form>
  )
}
