import type { Locale } from '#platform/i18n.ts'
import { Button } from '#ui/components/button.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { DefinitionList } from '#ui/components/definition-list.tsx'
import type { StrandedMail } from '../mail-queries.ts'
import { operationsPaths } from '../paths.ts'
import type { Report } from '../report.ts'
import { textsOf } from '../texts.ts'
import { agoText } from '../words.ts'
import { PartSection } from './part.tsx'

/** What is in the outbox, and what did not arrive. */
export function MailPart({ l, report, now }: { l: Locale; report: Report; now: Date }) {
  const texts = textsOf(l)
  const t = texts.mail
  const { mail, stranded, conditions } = report
  const when = (at: Date | null) => (at ? agoText(l, at, now) : texts.never)
  return (
    <PartSection l={l} part="mail" condition={conditions.mail}>
      <DefinitionList
        items={[
          { term: t.waiting, meaning: l.number(mail.waiting) },
          ...(mail.oldestAt ? [{ term: t.oldest, meaning: when(mail.oldestAt) }] : []),
          ...(mail.delayed > 0
            ? [
                { term: t.delayed, meaning: l.number(mail.delayed) },
                { term: t.serverSaid, meaning: <span lang="en">{mail.failure}</span> },
              ]
            : []),
          { term: t.lastSent, meaning: when(mail.lastSentAt) },
        ]}
      />
      {stranded.length === 0 ? (
        <p>{t.noneFailed}</p>
      ) : (
        <>
          <h3>{t.failed}</h3>
          <p>{t.failedLead}</p>
          {mail.failed > stranded.length && <p>{t.more(l.number(stranded.length))}</p>}
          <Stranded l={l} mails={stranded} />
        </>
      )}
    </PartSection>
  )
}

function Stranded({ l, mails }: { l: Locale; mails: StrandedMail[] }) {
  const t = textsOf(l).mail
  return (
    <DataTable
      l={l}
      id="mejl-som-inte-kom-fram"
      caption={t.failed}
      captionHidden
      stacked
      rows={mails}
      rowKey={({ id }) => String(id)}
      columns={[
        { key: 'to', head: t.to, rowHead: true, cell: ({ recipient }) => recipient },
        { key: 'subject', head: t.subject, cell: ({ subject }) => subject },
        {
          key: 'why',
          head: t.why,
          cell: ({ uncertain, failure, created_at }) => (
            <>
              {uncertain ? t.uncertain : t.gaveUp} {failure && <span lang="en">{failure}</span>}{' '}
              <span class="subtle">{l.moment(created_at)}</span>
            </>
          ),
        },
        { key: 'what', head: t.what, cell: (mail) => <Ways l={l} mail={mail} /> },
      ]}
    />
  )
}

function Ways({ l, mail: { id, subject, recipient, uncertain } }: { l: Locale; mail: StrandedMail }) {
  const t = textsOf(l).mail
  const which = t.sendOne(subject, recipient)
  const send = uncertain ? t.sendUncertain : t.send
  return (
    <div class="row">
      <form method="post" action={l.href(operationsPaths.sendMail(id))}>
        <Button variant="secondary" aria-label={`${send}: ${which}`}>
          {send}
        </Button>
      </form>
      <form method="post" action={l.href(operationsPaths.leaveMail(id))}>
        <Button variant="tertiary" aria-label={`${t.leave}: ${which}`}>
          {t.leave}
        </Button>
      </form>
    </div>
  )
}
