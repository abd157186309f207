import type { Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { keepSeries } from '#domains/events/index.ts'
import type { PartnerFact } from './reference.ts'

/** Keeps the facts as their file gives them; those that the secretariat has changed are left alone. */
export async function savePartners(trx: Transaction<Database>, facts: PartnerFact[]): Promise<void> {
  // Municipalities and years name networks, which must be there first.
  const order = ['network', 'municipality', 'milestone', 'series']
  for (const fact of facts.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))) {
    await saveFact(trx, fact)
  }
}

async function saveFact(trx: Transaction<Database>, fact: PartnerFact): Promise<void> {
  if (fact.kind === 'series') {
    const { id, name_sv, name_en, lead_sv, lead_en, past } = fact
    await keepSeries(trx, {
      id,
      name: { sv: name_sv, en: name_en },
      lead: { sv: lead_sv, en: lead_en },
      past: past.map(({ text_sv: sv, text_en: en, ...meeting }) => ({ ...meeting, text: { sv, en } })),
    })
  } else if (fact.kind === 'network') {
    const { kind: _, id, founded = null, partner_since = null, ...rest } = fact
    const row = { ...rest, founded, partner_since, kept_by: 'reference' as const }
    await trx
      .insertInto('partner_network')
      .values({ id, ...row })
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet(row).where('partner_network.kept_by', '=', 'reference'),
      )
      .execute()
  } else if (fact.kind === 'municipality') {
    const { kind: _, id, network = null, since_year = null, ...rest } = fact
    const row = { ...rest, network_id: network, since_year, kept_by: 'reference' as const }
    await trx
      .insertInto('partner_municipality')
      .values({ id, ...row })
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet(row).where('partner_municipality.kept_by', '=', 'reference'),
      )
      .execute()
  } else {
    const { kind: _, id, network = null, ...rest } = fact
    const row = { ...rest, network_id: network, kept_by: 'reference' as const }
    await trx
      .insertInto('partner_milestone')
      .values({ id, ...row })
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet(row).where('partner_milestone.kept_by', '=', 'reference'),
      )
      .execute()
  }
}
