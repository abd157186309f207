import { organisationPaths } from '#domains/members/index.ts'
import type { Locale } from '#platform/i18n.ts'
import { DataTable } from '#ui/components/data-table.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import type { Endorsement } from '../endorsement-queries.ts'
import { textsOf } from '../texts.ts'
import type { Voice } from '../voice.ts'

export interface EndorsersProps {
  l: Locale
  voice: Pick<Voice, 'standing' | 'toConfirm'>
  /** Names of those who noted it are for the network. */
  member: boolean
}

/** Who stands behind a text, by whose decision and under which delegation; and who is asked to confirm. */
export function Endorsers({ l, voice, member }: EndorsersProps) {
  const texts = textsOf(l)
  const t = texts.endorsers
  const { standing, toConfirm } = voice
  return (
    <section class="flow" aria-labelledby="bakom">
      <h2 id="bakom">{t.title}</h2>
      {standing.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <DataTable
          l={l}
          id="bakom-tabell"
          caption={t.title}
          captionHidden
          rows={standing}
          rowKey={({ code }) => code}
          columns={[
            {
              key: 'organisation',
              head: t.organisation,
              rowHead: true,
              cell: ({ code, organisation, madeUp }) => (
                <>
                  <a href={l.href(organisationPaths.profile(code))}>{organisation}</a>{' '}
                  {madeUp && <MadeUpBadge label={texts.madeUp} />}
                </>
              ),
            },
            {
              key: 'decided',
              head: t.decided,
              cell: ({ decidedBy, decidedOn }) => `${decidedBy}, ${l.date(decidedOn)}`,
            },
            {
              key: 'delegation',
              head: t.delegation,
              cell: ({ delegation }) => <span lang="sv">{delegation}</span>,
            },
            ...(member
              ? [
                  {
                    key: 'version',
                    head: t.version,
                    cell: ({ version }: Endorsement) => version,
                    numeric: true,
                  },
                  {
                    key: 'by',
                    head: t.by,
                    cell: ({ endorser }: Endorsement) => endorser ?? texts.forgotten,
                  },
                ]
              : []),
          ]}
        />
      )}
      {member && toConfirm.length > 0 && (
        <>
          <h3>{t.toConfirm}</h3>
          <p>{t.toConfirmLead}</p>
          <ul>
            {toConfirm.map(({ code, organisation, version }) => (
              <li key={code}>{t.endorsedVersion(organisation, version)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
