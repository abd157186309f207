import type { Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { firstLanguage } from '#platform/association.ts'
import {
  type Business,
  type BusinessOfHouse,
  type Decided,
  DecisionRefused,
  type Organ,
} from '#platform/http/business.ts'
import type { Asked } from '#platform/http/context.ts'
import { localeOf } from '#platform/i18n.ts'
import { listDemands } from './demand-queries.ts'
import { listOngoing, type Matter } from './matter-queries.ts'
import { lockMatter, setAdopted, setClosed, setReturned } from './matter-write-queries.ts'
import { advocacyPaths } from './paths.ts'
import { textsOf } from './texts.ts'
import { loadVoice } from './voice.ts'
import { weightWords } from './weight-words.ts'

const kind = 'response'

/** Responses that are laid before the board, and what its decision does to them. */
export const boardBusiness: BusinessOfHouse<Database> = {
  kinds: [kind],
  waiting: async (asked, organ: Organ) => {
    if (organ !== 'board') return []
    const matters = await listOngoing(asked.db, { drafts: false })
    return Promise.all(
      matters.filter(({ state }) => state === 'proposed').map((matter) => businessOf(asked, matter)),
    )
  },
  decided,
}

async function businessOf(asked: Asked<Database>, matter: Matter): Promise<Business> {
  const { locale: l, db } = asked
  const t = textsOf(l).board
  const [{ weight }, demands] = await Promise.all([loadVoice(asked, matter.id), listDemands(db, matter.id)])
  return {
    kind,
    id: String(matter.id),
    title: t.title(matter.title),
    text: [
      matter.summary,
      ...(demands.length > 0 ? [`**${t.demands}**`, demands.map(({ text }) => `1. ${text}`).join('\n')] : []),
      weightWords(l, weight),
      t.proposal,
    ].join('\n\n'),
    href: advocacyPaths.text(matter.id),
    outcomes: [
      { outcome: 'adopt', label: t.adopt, needsText: false },
      { outcome: 'return', label: t.return, needsText: true },
      { outcome: 'decline', label: t.decline, needsText: true },
    ],
    partial: [],
    madeUp: matter.madeUp,
  }
}

async function decided(trx: Transaction<Database>, decision: Decided): Promise<void> {
  const id = Number(decision.id)
  const t = textsOf(localeOf(firstLanguage)).board
  const state = Number.isSafeInteger(id) ? await lockMatter(trx, id) : undefined
  if (state !== 'proposed') throw new DecisionRefused(t.notWaiting)
  const { outcome, text, decidedOn, meeting, paragraph, href } = decision
  if (outcome === 'adopt') {
    await setAdopted(trx, id, { on: decidedOn, meeting, paragraph, address: href, text })
  } else if (outcome === 'return' && text) await setReturned(trx, id, text)
  else if (outcome === 'decline' && text) await setClosed(trx, id, text)
  else throw new DecisionRefused(t.unknownOutcome)
}
