import { type Locale, otherLanguage } from '#platform/i18n.ts'
import { DefinitionList } from '#ui/components/definition-list.tsx'
import { Tag } from '#ui/components/tag.tsx'
import { annualSlug } from '../../decisions.ts'
import type { Meeting, MeetingItem } from '../../queries.ts'
import type { Deadline } from '../deadlines.ts'
import type { Motion } from '../motion-queries.ts'
import { annualPaths } from '../paths.ts'
import type { Proposal } from '../proposal-queries.ts'
import { textsOf } from '../texts.ts'
import { titleOf, whenOf } from '../words.ts'
import { AgendaList } from './agenda-list.tsx'
import { Deadlines } from './deadlines.tsx'
import { MeetingFrame } from './frame.tsx'
import { type May, NowYouCan } from './now.tsx'

export interface MeetingPageProps {
  l: Locale
  meeting: Meeting
  place: string
  items: MeetingItem[]
  /** What may be read of motions and proposals. */
  motions: Motion[]
  proposals: Proposal[]
  deadlines: Deadline[]
  documentsOpen: boolean
  today: string
  may: May
  done: string | undefined
}

/** An annual meeting: when and where, what to do now, agenda with decisions, documents, motions and elections. */
export function MeetingPage(props: MeetingPageProps) {
  const { l, meeting, place, items, motions, proposals, deadlines, documentsOpen, today, may, done } = props
  const t = textsOf(l)
  const year = annualSlug(meeting)
  const documentsBy = deadlines.find(({ duty }) => duty === 'documents')
  return (
    <MeetingFrame l={l} meeting={meeting} title={titleOf(l, meeting)} lead={t.lead} done={done}>
      <DefinitionList
        items={[
          {
            term: t.when,
            meaning: (
              <>
                {whenOf(l, meeting)}{' '}
                <Tag tone={meeting.state === 'open' ? 'brand' : 'neutral'}>{t.states[meeting.state]}</Tag>
              </>
            ),
          },
          { term: t.where, meaning: place || '–' },
          { term: t.how, meaning: t.forms[meeting.form] },
        ]}
      />
      {meeting.heldOn >= today ? (
        <p>
          <a href={l.href(annualPaths.calendar(year))}>{t.calendar}</a>
        </p>
      ) : null}
      <NowYouCan l={l} meeting={meeting} deadlines={deadlines} may={may} today={today} />
      <section aria-labelledby="dagordning">
        <h2 id="dagordning">{meeting.closedAt ? t.resultsTitle : t.agendaTitle}</h2>
        <AgendaList l={l} year={year} items={items} edits={may.edit} />
      </section>
      <section aria-labelledby="handlingar">
        <h2 id="handlingar">{t.documentsTitle}</h2>
        {documentsOpen ? null : <p>{documentsBy ? t.documentsWait(l.date(documentsBy.latest)) : null}</p>}
        <Links
          l={l}
          title={t.proposalsTitle}
          links={proposals.map(({ id, title }) => ({ href: l.href(annualPaths.proposal(year, id)), title }))}
        />
        <Links
          l={l}
          title={t.motionsTitle}
          links={motions.map(({ id, title, organisationName }) => ({
            href: l.href(annualPaths.motion(year, id)),
            title: `${title} (${organisationName})`,
          }))}
        />
        <p>
          <a href={l.href(annualPaths.motions(year))}>{t.motions.title}</a>
          {' · '}
          <a href={l.href(annualPaths.elections(year))}>{t.elections.title}</a>
        </p>
      </section>
      <Deadlines l={l} deadlines={deadlines} />
    </MeetingFrame>
  )
}

function Links({ l, title, links }: { l: Locale; title: string; links: { href: string; title: string }[] }) {
  if (links.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {links.map(({ href, title: text }) => (
          <li key={href} lang={otherLanguage('sv', l)}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
