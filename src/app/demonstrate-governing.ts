import type { Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { type AdvocacyStory, demonstrateAdvocacy } from '#domains/advocacy/seeds.ts'
import { demonstrateAnnualMeetings } from '#domains/meetings/annual/seeds.ts'
import type { AnnualStory } from '#domains/meetings/annual/seeds-texts.ts'
import { type BoardStory, demonstrateBoard } from '#domains/meetings/board/seeds.ts'
import { demonstrateVoting } from '#domains/meetings/voting/seeds.ts'
import { association, firstLanguage } from '#platform/association.ts'
import { localeOf } from '#platform/i18n.ts'
import type { Governing } from './demonstration-governing.ts'

const cents = (amount: number) => Math.round(amount * 100)

/** The meetings and the advocacy of an association, as its own file makes them up. */
export async function demonstrateGoverning(
  trx: Transaction<Database>,
  { board, annual, advocacy }: Governing,
): Promise<void> {
  await demonstrateBoard(trx, boardOf(board))
  await demonstrateAnnualMeetings(trx, annualOf(annual))
  await demonstrateVoting(
    trx,
    annual.ballots.map(({ at, ...ballot }) => ({ ...ballot, time: at })),
  )
  await demonstrateAdvocacy(trx, advocacyOf(advocacy))
}

function boardOf({ past, coming }: Governing['board']): BoardStory {
  const { on, online_address, ...item } = coming
  return {
    past: {
      heldOn: past.on,
      items: past.items.map(({ votes, ...one }) => ({
        ...one,
        show: votes && { inFavour: votes[0], against: votes[1], abstained: votes[2] },
      })),
    },
    coming: { heldOn: on, onlineAddress: online_address, item },
  }
}

function annualOf({ earlier_term, held, next }: Governing['annual']): AnnualStory {
  return {
    earlierTerm: earlier_term,
    held: {
      ...placeOf(held),
      ends: held.to,
      calledOn: held.called_on,
      documentsOn: held.documents_on,
      decisions: held.decisions,
    },
    next: {
      ...placeOf(next),
      motions: next.motions.map(({ opinion_text, ...motion }) => ({ ...motion, opinionText: opinion_text })),
      proposals: next.proposals,
      fee: {
        year: next.fee.year,
        fixedOre: cents(next.fee.fixed),
        municipalityRateOre: cents(next.fee.municipality_rate),
        regionRateOre: cents(next.fee.region_rate),
        capInhabitants: association.fees.cap,
        populationYear: next.fee.population_year,
        joining: 'by-month',
        leaving: 'whole-year',
        observerPercent: 100,
        dueDays: 30,
      },
      statutes: {
        id: `proposal-${next.on.slice(0, 4)}`,
        days: next.motion_deadline.days,
        words: [next.motion_deadline.words],
      },
      keyFigureSet: null,
      candidates: next.candidates.map(({ code, ...candidate }) => ({
        ...candidate,
        organisationCode: code,
        party: '',
        partOfCountry: '',
      })),
    },
  }
}

function placeOf({ on, from, place, online_address }: Governing['annual']['next' | 'held']) {
  return { heldOn: on, time: from, place, onlineAddress: online_address }
}

function advocacyOf({ open, sent, delegation, board }: Governing['advocacy']): AdvocacyStory {
  return {
    open: {
      facts: factsOf(open),
      versions: open.versions.map(({ in_substance, ...version }) => ({
        ...version,
        inSubstance: in_substance,
      })),
      demands: open.demands,
      comments: open.comments,
      endorsed: endorsedOf(open.endorsed),
      sections: open.sections,
      asked: open.asked,
    },
    sent: sent.map((one) => ({
      facts: factsOf(one),
      text: one.text,
      demands: one.demands.map(({ text, outcome, on, source, note }) => ({
        text,
        became: { outcome, outcomeOn: on, sourceTitle: source, sourceAddress: '', note },
      })),
      endorsed: endorsedOf(one.endorsed),
      adoptedOn: one.adopted_on,
      paragraph: one.paragraph,
      reservations: one.reservations,
      sentOn: one.sent_on,
    })),
    delegation,
    board,
  }
}

function factsOf(
  matter: Governing['advocacy']['open'] | Governing['advocacy']['sent'][number],
): AdvocacyStory['open']['facts'] {
  const { kind, title, counterpart, reference, summary, deadline } = matter
  const { language } = localeOf(firstLanguage)
  return { kind, title, counterpart, reference, summary, language, deadline }
}

const endorsedOf = (given: { codes: string[]; version: number }[]) =>
  given.flatMap(({ codes, version }) => codes.map((code) => ({ code, version })))
