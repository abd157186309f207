import type { Locale } from '#platform/i18n.ts'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { Input } from '#ui/components/field.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { annualSlug } from '../../decisions.ts'
import type { Meeting, MeetingItem } from '../../queries.ts'
import type { Deadline } from '../deadlines.ts'
import { annualPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import { titleOf } from '../words.ts'
import { Deadlines } from './deadlines.tsx'
import { MeetingFrame } from './frame.tsx'

export interface OfficePageProps {
  l: Locale
  meeting: Meeting
  items: MeetingItem[]
  deadlines: Deadline[]
  /** How many have had the notice, and how many would get it now. */
  sent: number
  uncalled: number
  problems: string[]
  done: string | undefined
}

/** The secretariat's page of an annual meeting. */
export function OfficePage({
  l,
  meeting,
  items,
  deadlines,
  sent,
  uncalled,
  problems,
  done,
}: OfficePageProps) {
  const t = textsOf(l)
  const o = t.office
  const year = annualSlug(meeting)
  const before = meeting.state === 'planned' || meeting.state === 'called'
  const changeable = before || meeting.state === 'open'
  const post = (path: string, label: string, primary = false) => (
    <form method="post" action={l.href(path)}>
      <Button variant={primary ? 'primary' : 'secondary'}>{label}</Button>
    </form>
  )
  return (
    <MeetingFrame l={l} meeting={meeting} title={o.title(titleOf(l, meeting))} lead={o.lead} done={done}>
      {problems.length > 0 ? (
        <Notice tone="danger" role="alert">
          {problems.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </Notice>
      ) : null}
      <Deadlines l={l} deadlines={deadlines} />
      <section class="flow" aria-labelledby="dagordning">
        <h2 id="dagordning">{t.agendaTitle}</h2>
        <p>{o.buildHint}</p>
        {post(annualPaths.agenda(year), o.buildAgenda)}
        <ol>
          {items.map(({ id, title, paragraph }) => (
            <li key={id}>
              <a href={l.href(annualPaths.item(year, id))}>{title}</a>
              {paragraph === null ? null : ` (${t.paragraph(paragraph)})`}
            </li>
          ))}
        </ol>
        {changeable && items.length > 0 ? (
          <ButtonLink variant="secondary" href={l.href(annualPaths.order(year))}>
            {t.order.title}
          </ButtonLink>
        ) : null}
        <form class="form" method="post" action={l.href(annualPaths.agenda(year))}>
          <Input id="rubrik" name="rubrik" label={o.ownItem} required />
          <Button variant="secondary">{o.add}</Button>
        </form>
        <p class="row">
          <ButtonLink variant="secondary" href={l.href(annualPaths.newProposal(year))}>
            {o.newProposal}
          </ButtonLink>
          {before ? (
            <ButtonLink variant="secondary" href={l.href(annualPaths.plan(year))}>
              {o.plan}
            </ButtonLink>
          ) : null}
        </p>
      </section>
      {before ? (
        <section class="flow" aria-labelledby="kallelse">
          <h2 id="kallelse">{o.notice}</h2>
          <p>
            {o.noticeText(uncalled)} {sent > 0 ? o.sent(sent) : ''}
          </p>
          {uncalled > 0 ? post(annualPaths.notice(year), o.sendNotice, meeting.state === 'planned') : null}
        </section>
      ) : null}
      <section class="flow" aria-labelledby="handlingar">
        <h2 id="handlingar">{o.documents}</h2>
        {meeting.documentsPublishedAt ? (
          <p>{l.moment(meeting.documentsPublishedAt)}</p>
        ) : (
          <>
            <p>{o.documentsText}</p>
            {deadlines.some(({ duty, state }) => duty === 'documents' && state === 'late') ? (
              <p>{o.documentsLate}</p>
            ) : null}
            {post(annualPaths.documents(year), o.sendDocuments)}
          </>
        )}
      </section>
      <section class="flow" aria-labelledby="motet">
        <h2 id="motet">{o.meeting}</h2>
        <p class="row">
          <ButtonLink variant="secondary" href={l.href(annualPaths.roll(year))}>
            {o.roll}
          </ButtonLink>
          <ButtonLink variant="secondary" href={l.href(annualPaths.speakers(year))}>
            {o.speakers}
          </ButtonLink>
          {before ? null : (
            <>
              <ButtonLink variant="secondary" href={l.href(annualPaths.signers(year))}>
                {o.signers}
              </ButtonLink>
              <ButtonLink variant="secondary" href={l.href(annualPaths.minutes(year))}>
                {o.minutes}
              </ButtonLink>
            </>
          )}
        </p>
        <div class="row">
          {meeting.state === 'called' ? post(annualPaths.open(year), o.open, true) : null}
          {meeting.state === 'open' ? post(annualPaths.close(year), o.close) : null}
          {before ? post(annualPaths.cancel(year), o.cancel) : null}
        </div>
      </section>
    </MeetingFrame>
  )
}
