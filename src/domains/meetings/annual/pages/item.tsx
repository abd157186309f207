import { type Typed, textIn, textsIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Boxes } from '#ui/components/boxes.tsx'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { Details } from '#ui/components/details.tsx'
import { Input } from '#ui/components/field.tsx'
import { fieldsOf } from '#ui/components/fields-of.ts'
import { Markdown } from '#ui/components/markdown.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import { annualSlug } from '../../decisions.ts'
import type { Meeting, MeetingItem } from '../../queries.ts'
import type { Majority } from '../../rules/majority.ts'
import type { Candidate } from '../nomination-queries.ts'
import { annualPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import { MeetingFrame } from './frame.tsx'

export interface ItemPageProps {
  l: Locale
  meeting: Meeting
  item: MeetingItem
  majority: Majority
  /** Of an election: who can be chosen, and how many. */
  candidates: Candidate[]
  seats: number
  typed: Typed
  version: string
  errors: Record<string, string>
  /** Why a decision cannot take effect. */
  problems: string[]
  done: string | undefined
}

/** An item of the agenda for the secretariat: the decision while the meeting is open, the basis before. */
export function ItemPage(props: ItemPageProps) {
  const { l, meeting, item, problems, errors, done } = props
  const texts = textsOf(l)
  const t = texts.decisions
  const year = annualSlug(meeting)
  return (
    <MeetingFrame
      l={l}
      meeting={meeting}
      title={item.title}
      done={done}
      errors={errors}
      steps={[{ href: l.href(annualPaths.office(year)), label: texts.officeTitle }]}
    >
      {problems.length > 0 ? (
        <Notice tone="danger" role="alert">
          {problems.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </Notice>
      ) : null}
      {item.text ? <Markdown text={item.text} /> : null}
      {item.paragraph !== null ? (
        <Notice tone="success">
          <p>
            {t.decidedAs(item.paragraph, t.outcomes[item.outcome ?? ''] ?? '')} {item.decision}
          </p>
        </Notice>
      ) : meeting.state === 'open' ? (
        <>
          <p>
            <ButtonLink variant="secondary" href={l.href(annualPaths.voting(year))}>
              {t.vote}
            </ButtonLink>
          </p>
          {item.kind === 'election' ? <ElectionForm {...props} /> : <DecisionForm {...props} />}
        </>
      ) : (
        <p>{t.notOpen}</p>
      )}
      {item.paragraph === null ? <EditForm {...props} /> : null}
    </MeetingFrame>
  )
}

function DecisionForm({ l, meeting, item, majority, typed, errors }: ItemPageProps) {
  const texts = textsOf(l)
  const t = texts.decisions
  const field = fieldsOf(typed, errors, texts.errors)
  const outcomes = item.business
    ? (['adopt', 'reject', ...(item.business.kind === 'motion' ? (['answered'] as const) : [])] as const)
    : (['decided', 'adopt', 'reject'] as const)
  const { share, paragraph, qualified } = majority
  return (
    <form
      class="form"
      method="post"
      action={l.href(`${annualPaths.item(annualSlug(meeting), item.id)}/beslut`)}
      noValidate
    >
      <Boxes
        id="beslut"
        name="beslut"
        kind="radio"
        legend={t.choose}
        error={field('beslut').error}
        options={outcomes.map((value) => ({ value, label: t[value] }))}
        chosen={[textIn(typed, 'beslut')]}
      />
      <Textarea {...field('lydelse')} label={t.text} hint={t.textHint} rows={3} />
      {qualified ? (
        <>
          <Boxes
            id="stod"
            name="stod"
            kind="radio"
            legend={t.support}
            hint={t.supportHint(`${share.moreThan ? '>' : '≥'} ${share.part}/${share.whole}`, paragraph)}
            options={[
              { value: 'eniga', label: t.unanimous },
              { value: 'raknat', label: t.counted },
            ]}
            chosen={[textIn(typed, 'stod')]}
          />
          <Input {...field('for')} label={t.for} type="number" />
          <Input {...field('emot')} label={t.against} type="number" />
        </>
      ) : null}
      <Button>{t.save}</Button>
    </form>
  )
}

function ElectionForm({ l, meeting, item, candidates, seats, typed }: ItemPageProps) {
  const texts = textsOf(l)
  const t = texts.decisions
  const chosen = textsIn(typed, 'valda')
  const proposed = candidates.flatMap(({ id, proposed: yes }) => (yes ? [String(id)] : []))
  return (
    <form
      class="form"
      method="post"
      action={l.href(`${annualPaths.item(annualSlug(meeting), item.id)}/beslut`)}
      noValidate
    >
      <Boxes
        id="valda"
        name="valda"
        legend={t.elect}
        hint={t.electHint(seats)}
        options={candidates.map(({ id, name, party, organisationName, proposed: yes }) => ({
          value: String(id),
          label: [name, party, organisationName].filter(Boolean).join(', '),
          ...(yes ? { hint: texts.elections.proposed } : {}),
        }))}
        chosen={chosen.length > 0 ? chosen : proposed}
      />
      <Button>{t.save}</Button>
    </form>
  )
}

function EditForm({ l, meeting, item, typed, errors, version }: ItemPageProps) {
  const texts = textsOf(l)
  const t = texts.decisions
  const field = fieldsOf(typed, errors, texts.errors)
  return (
    <Details summary={t.editItem} open={'rubrik' in errors}>
      <form
        class="form"
        method="post"
        action={l.href(annualPaths.item(annualSlug(meeting), item.id))}
        noValidate
      >
        <input type="hidden" name="version" value={version} />
        <Input {...field('rubrik')} label={texts.motions.heading} />
        <Textarea {...field('text')} label={t.itemText} rows={8} />
        <Button variant="secondary">{texts.save}</Button>
      </form>
    </Details>
  )
}
