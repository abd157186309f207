import type { Database } from '#database/tables.ts'
import { type BusinessOfHouse, DecisionRefused } from '#platform/http/business.ts'
import type { Gathered } from '#platform/http/context.ts'
import { domains } from './domains.ts'
import { isTold } from './tongues.ts'

/** Sorts after every day. */
const never = '9999'

/** What all domains give to pages that gather from many: the desk, a hand-over, everything about a person. */
export const gathered: Gathered<Database> = {
  desk: async (asked) => (await Promise.all(domains.map(({ desk }) => desk?.(asked) ?? []))).flat(),
  handover: async (asked, seat) =>
    (await Promise.all(domains.map(({ handover }) => handover?.(asked, seat) ?? []))).flat(),
  related: async (asked, about) => {
    const { language, tongue } = asked.locale
    const parts = await Promise.all(
      domains.map(async ({ related, translated }) => {
        const own = (await related?.(asked, about)) ?? []
        return isTold(tongue, translated) ? own : own.map((part) => ({ ...part, lang: language }))
      }),
    )
    return parts.flat()
  },
  waiting: async (asked, actor) => {
    const items = (await Promise.all(domains.map(({ waiting }) => waiting?.(asked, actor) ?? []))).flat()
    return items.sort((a, b) => (a.due ?? never).localeCompare(b.due ?? never))
  },
  follows: async (asked, personId) => {
    const all = await Promise.all(domains.flatMap(({ follows }) => follows?.(asked, personId) ?? []))
    return {
      organisationCodes: all.flatMap(({ organisationCodes }) => organisationCodes),
      figureIds: all.flatMap(({ figureIds }) => figureIds),
    }
  },
  happened: async (asked, followed) => {
    const all = (await Promise.all(domains.map(({ happened }) => happened?.(asked, followed) ?? []))).flat()
    return all.sort((a, b) => b.at.getTime() - a.at.getTime())
  },
  personalData: async (db, personId) =>
    Object.assign(
      {},
      ...(await Promise.all(domains.map(({ personalData }) => personalData?.(db, personId) ?? {}))),
    ),
  erase: async (trx, personId, today) => {
    // From the top of the house down, so that nobody refers to what is gone.
    for (const { erase } of domains) await erase?.(trx, personId, today)
  },
  letterboxes: domains.flatMap(({ letterboxes = [] }) => letterboxes),
  business: {
    waiting: async (asked, organ) =>
      (await Promise.all(domains.map(({ business }) => business?.waiting(asked, organ) ?? []))).flat(),
    scheduled: async (trx, scheduled) => businessOf(scheduled.kind).scheduled?.(trx, scheduled),
    decided: (trx, decision) => businessOf(decision.kind).decided(trx, decision),
  },
}

function businessOf(kind: string): BusinessOfHouse<Database> {
  const house = domains.find(({ business }) => business?.kinds.includes(kind))
  if (!house?.business) throw new DecisionRefused(`Nobody takes care of ${kind}.`)
  return house.business
}
