import type { Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { demonstrateContacts } from '#domains/contacts/seeds.ts'
import { saveEvents } from '#domains/events/seeds.ts'
import { saveSchedule } from '#domains/fees/schedule-queries.ts'
import { saveExamples } from '#domains/good-examples/seeds.ts'
import { demonstrateKeyFigures } from '#domains/key-figures/seeds.ts'
import { demonstrateMembers } from '#domains/members/seeds.ts'
import { saveNews } from '#domains/news/seeds.ts'
import { demonstrateQuestions } from '#domains/questions/seeds.ts'
import { demonstrateReporting } from '#domains/reporting/seeds.ts'
import { association, firstLanguage } from '#platform/association.ts'
import { localeOf } from '#platform/i18n.ts'
import { demonstrateGoverning } from './demonstrate-governing.ts'
import type { DemonstrationFile } from './demonstration-file.ts'

/** Fills an association with what its own file makes up. Gives back how many values that is. */
export async function demonstrateFromFile(
  trx: Transaction<Database>,
  given: DemonstrationFile,
): Promise<number> {
  const { language } = localeOf(firstLanguage)
  const first = association.demonstration.member
  await demonstrateMembers(trx, {
    memberships: given.memberships.flatMap(({ since, codes }) => codes.map((code) => ({ code, since }))),
    seats: given.seats.map(({ title, ...seat }) => ({ ...seat, sv: title, en: title })),
    cast: {
      firstNames: given.first_names,
      lastNames: given.last_names,
      posts: given.posts,
      firstTown: first,
      domain: given.domain,
      further: given.people,
    },
  })
  await demonstrateFees(trx, given)
  await demonstrateContacts(
    trx,
    given.knowledge.map(({ title, subjects, knows, helps }) => [new RegExp(title), subjects, knows, helps]),
    [[language], [language], [language]],
  )
  const values = await demonstrateKeyFigures(trx, {
    shapes: given.figures,
    targets: given.targets,
    decidedOn: given.targets_decided_on,
  })
  await demonstrateReporting(trx, { first, ...given.round })
  await saveExamples(
    trx,
    given.examples.map(({ code, year, figures, subjects, criteria, sdgs, published_on, ...text }) => ({
      ...{ code, year, figures, subjects, criteria, sdgs },
      publishedOn: published_on,
      [language]: text,
    })),
  )
  await demonstrateQuestions(
    trx,
    given.questions.map(({ to, answer, subjects, ...question }) => ({
      ...question,
      subjects,
      language,
      audience: 'everyone',
      sentTo: [{ to, reasons: [{ kind: 'knows', words: subjects }] }],
      answers: [{ by: to, ...answer, audience: 'everyone', accepted: true, thanks: 2 }],
    })),
  )
  await saveEvents(
    trx,
    given.events.map(({ title, summary, programme, open_to, ...event }) => ({
      ...event,
      openTo: open_to,
      [language]: { title, summary, programme },
    })),
  )
  await saveNews(
    trx,
    given.news.map(({ slug, day, ...text }) => ({ slug, day, [language]: text })),
  )
  await demonstrateGoverning(trx, given.governing)
  return values
}

/** The dues of each year, in the terms of the association's file. */
async function demonstrateFees(trx: Transaction<Database>, { fees }: DemonstrationFile): Promise<void> {
  const cents = (amount: number) => Math.round(amount * 100)
  const { fixed, municipality_rate, region_rate, cap } = association.fees
  for (const { year, decided_on, decision, population_year } of fees) {
    await saveSchedule(trx, {
      year,
      decidedOn: decided_on,
      decision,
      fixedOre: cents(fixed),
      municipalityRateOre: cents(municipality_rate),
      regionRateOre: cents(region_rate),
      capInhabitants: cap,
      populationYear: population_year,
      joining: 'by-month',
      leaving: 'whole-year',
      observerPercent: 100,
      dueDays: 30,
      madeUp: true,
    })
  }
}
