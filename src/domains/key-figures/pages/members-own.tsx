import type { Selection } from '../selection.ts'
import type { Voice } from '../sentences.ts'
import type { StandingView } from '../standing-view.ts'
import { StandingsTable } from './standings-table.tsx'

/** What an organisation follows on its own, apart from what the meetings decided. Nothing when there is nothing. */
export function MembersOwn(props: { voice: Voice; views: StandingView[]; selection: Selection }) {
  const { t } = props.voice
  if (props.views.length === 0) return null
  return (
    <section aria-labelledby="medlemmens">
      <h2 id="medlemmens">{t.profile.membersOwn}</h2>
      <p>{t.profile.membersOwnLead}</p>
      <StandingsTable {...props} id="medlemmens-tabell" caption={t.profile.membersOwn} />
    </section>
  )
}
