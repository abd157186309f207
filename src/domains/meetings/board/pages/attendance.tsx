import { fewestOf, reaches } from '#domains/statutes/index.ts'
import { textIn, textsIn } from '#platform/http/form.ts'
import { Boxes } from '#ui/components/boxes.tsx'
import { Button } from '#ui/components/button.tsx'
import { Details } from '#ui/components/details.tsx'
import { Select } from '#ui/components/field.tsx'
import { fieldsOf } from '#ui/components/fields-of.ts'
import { Notice } from '#ui/components/notice.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import { boardPaths } from '../paths.ts'
import { votersOf } from '../rules/quorum.ts'
import { textsOf } from '../texts.ts'
import type { MeetingPageProps } from './meeting.tsx'

/** Who is present, whether they are enough to decide, and the form to note it. */
export function AttendanceSection(props: MeetingPageProps) {
  const { l, meeting, attendance, signers, rules, mayDecide, about } = props
  const texts = textsOf(l)
  const t = texts.attendance
  const { board_quorum: quorum, board_members: members } = rules
  const voters = votersOf(attendance).length
  const enough = reaches(quorum.value, voters, members.value)
  const open = meeting.state === 'open'
  return (
    <section class="flow" aria-labelledby="narvaro">
      <h2 id="narvaro">{t.title}</h2>
      {(open || enough) && (
        <Notice tone={enough ? 'success' : 'warning'}>
          <p>
            {enough
              ? t.quorum(voters, members.value, quorum.paragraph)
              : t.noQuorum(voters, fewestOf(quorum.value, members.value), quorum.paragraph)}
          </p>
        </Notice>
      )}
      {attendance.length > 0 && (
        <ul>
          {attendance.map(({ personId, name, capacity, inPlaceOfName }) => (
            <li key={personId ?? name}>
              {name}, {inPlaceOfName ? t.inPlaceOf(inPlaceOfName) : t.capacities[capacity]}
              {signers
                .filter((signer) => signer.personId === personId)
                .map(({ part }) => `, ${t.parts[part]}`)
                .join('')}
            </li>
          ))}
        </ul>
      )}
      {meeting.attendanceNote && <p class="written">{meeting.attendanceNote}</p>}
      {open && mayDecide && (
        <Details summary={t.change} open={attendance.length === 0 || about === 'narvaro'}>
          <AttendanceForm {...props} />
        </Details>
      )}
    </section>
  )
}

function AttendanceForm(props: MeetingPageProps) {
  const { l, meeting, board, attendance, signers, rules, about, typed, errors } = props
  const texts = textsOf(l)
  const t = texts.attendance
  const mine = about === 'narvaro'
  const error = (name: string) => {
    const key = mine ? errors[name] : undefined
    return key && (texts.errors[key] ?? key)
  }
  const field = fieldsOf(mine ? typed : {}, mine ? errors : {}, texts.errors)
  const optionOf = ({ personId, name }: { personId: number; name: string }) => ({
    value: String(personId),
    label: name,
  })
  const members = board.filter(({ role }) => role === 'board-chair' || role === 'board-member')
  const substitutes = board.filter(({ role }) => role === 'board-substitute')
  const there = attendance.flatMap(({ personId }) => (personId === null ? [] : [String(personId)]))
  const chair = signers.find(({ part }) => part === 'chair')?.personId ?? members[0]?.personId
  const served = (personId: number) =>
    mine
      ? textIn(typed, `for-${personId}`)
      : String(attendance.find((one) => one.personId === personId)?.inPlaceOf ?? '')
  return (
    <form class="form" method="post" action={l.href(boardPaths.attendance(meeting.id))} noValidate>
      <Boxes
        id="narvarande"
        name="narvarande"
        legend={t.who}
        error={error('narvarande-0')}
        options={board.map((one) => ({
          ...optionOf(one),
          label: `${one.name}, ${t.roles[one.role]}`,
        }))}
        chosen={mine ? textsIn(typed, 'narvarande') : there}
      />
      {substitutes.map(({ personId, name }) => (
        <Select
          key={personId}
          id={`for-${personId}`}
          name={`for-${personId}`}
          label={t.servesFor(name)}
          value={served(personId)}
          options={[{ value: '', label: t.noVote }, ...members.map(optionOf)]}
        />
      ))}
      <Textarea
        {...field('adjungerade')}
        label={t.adjoined}
        hint={t.adjoinedHint}
        value={
          mine
            ? textIn(typed, 'adjungerade')
            : attendance.flatMap(({ personId, name }) => (personId === null ? [name] : [])).join('\n')
        }
        rows={2}
      />
      <Textarea
        {...field('under')}
        label={t.during}
        hint={t.duringHint}
        value={mine ? textIn(typed, 'under') : meeting.attendanceNote}
        rows={2}
      />
      <Select
        {...field('ordforande')}
        label={t.chair}
        value={mine ? textIn(typed, 'ordforande') : String(chair ?? '')}
        options={[...members, ...substitutes].map(optionOf)}
      />
      <Boxes
        id="justerare"
        name="justerare"
        legend={t.adjusters(rules.board_adjusters.value, rules.board_adjusters.paragraph)}
        error={error('justerare-0')}
        options={[...members, ...substitutes].map(optionOf)}
        chosen={
          mine
            ? textsIn(typed, 'justerare')
            : signers.filter(({ part }) => part === 'adjuster').map(({ personId }) => String(personId))
        }
      />
      <div class="row">
        <Button>{t.save}</Button>
      </div>
    </form>
  )
}
