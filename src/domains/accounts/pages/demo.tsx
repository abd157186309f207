import type { Locale } from '#platform/i18n.ts'
import type { MailRow } from '#platform/mail/queries.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { DefinitionList } from '#ui/components/definition-list.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import type { DemoPerson } from '../demo-queries.ts'
import { loginPaths } from '../paths.ts'
import { roleName } from '../role-names.ts'
import { textsOf } from '../texts.ts'

/** Somebody for every role, to log in as with one click. */
export function DemoPage({ l, people }: { l: Locale; people: DemoPerson[] }) {
  const t = textsOf(l).demo
  return (
    <>
      <PageHeader title={t.title} lead={t.lead} />
      <ul class="people">
        {people.map(({ account, name, role, organisationName }) => (
          <li key={account}>
            <div>
              <h2>{roleName(role, l)}</h2>
              <p>
                {name}, {organisationName}
              </p>
              <p class="subtle">{t.what[role]}</p>
            </div>
            <form method="post" action={l.href(loginPaths.demoLogin)}>
              <input type="hidden" name="konto" value={account} />
              <Button variant="secondary">{t.login(name)}</Button>
            </form>
          </li>
        ))}
      </ul>
      <p>
        <a href={l.href(loginPaths.postRoom)}>{t.postRoom}</a>
      </p>
    </>
  )
}

function stateOf(mail: MailRow): 'waiting' | 'sent' | 'refused' | 'doubt' {
  if (mail.sent_at) return 'sent'
  if (mail.given_up_at) return 'refused'
  return mail.handed_at ? 'doubt' : 'waiting'
}

/** Every mail that was written, newest first. */
export function PostRoomPage({ l, mails }: { l: Locale; mails: MailRow[] }) {
  const t = textsOf(l).postRoom
  return (
    <>
      <Breadcrumbs l={l} steps={[{ href: l.href(loginPaths.demo), label: textsOf(l).demo.title }]} />
      <PageHeader title={t.title} lead={t.lead} />
      {mails.length === 0 ? (
        <EmptyState title={t.none} />
      ) : (
        <DataTable
          l={l}
          id="mejl"
          caption={t.title}
          captionHidden
          rows={mails}
          rowKey={({ id }) => String(id)}
          columns={[
            {
              key: 'subject',
              head: t.subject,
              rowHead: true,
              cell: (mail) => <a href={l.href(loginPaths.demoMail(mail.id))}>{mail.subject}</a>,
            },
            { key: 'to', head: t.to, cell: (mail) => mail.recipient },
            { key: 'at', head: t.at, cell: (mail) => l.moment(mail.created_at) },
            { key: 'state', head: t.state, cell: (mail) => t.states[stateOf(mail)] },
          ]}
        />
      )}
    </>
  )
}

/** One mail as text, with its button as a link that works. */
export function DemoMailPage({ l, mail }: { l: Locale; mail: MailRow }) {
  const t = textsOf(l).postRoom
  const [address] = /https?:\/\/\S+/.exec(mail.plain) ?? []
  return (
    <>
      <Breadcrumbs l={l} steps={[{ href: l.href(loginPaths.postRoom), label: t.title }]} />
      <PageHeader title={mail.subject} />
      <DefinitionList
        items={[
          { term: t.to, meaning: mail.recipient },
          { term: t.at, meaning: l.moment(mail.created_at) },
          { term: t.state, meaning: `${t.states[stateOf(mail)]}${mail.failure ? `: ${mail.failure}` : ''}` },
        ]}
      />
      <section class="flow" aria-labelledby="text">
        <h2 id="text">{t.plain}</h2>
        <pre class="mail-text">{mail.plain}</pre>
        {address && <ButtonLink href={address}>{t.open}</ButtonLink>}
      </section>
    </>
  )
}
