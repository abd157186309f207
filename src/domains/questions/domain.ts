import type { Database } from '#database/tables.ts'
import type { Asked, DeskItem, Domain, WaitingItem } from '#platform/http/context.ts'
import { otherLanguage } from '#platform/i18n.ts'
import { askWhetherStillTrue, sendUnanswered, wideningJob, widenQuestions } from './jobs.ts'
import { searchQuestions } from './list-queries.ts'
import { countOpenReports, listUnanswered } from './moderation-queries.ts'
import { questionPaths } from './paths.ts'
import {
  forgetPerson,
  listAskedOf,
  listAskedSince,
  listAskedWhetherTrue,
  listToAccept,
  readQuestionData,
  type WaitingQuestion,
} from './person-queries.ts'
import { routes } from './routes.tsx'
import { textsOf } from './texts.ts'

/** So many questions stand on the page of a key figure or an organisation. */
const shown = 5

/** Counted no further for the secretariat's desk. */
const mostCounted = 1000

/** Questions to those who know, and their answers. */
export const questions: Domain<Database> = {
  name: 'questions',
  routes,
  menu: [{ href: questionPaths.list, label: { sv: 'Frågor', en: 'Questions' } }],
  desk: async ({ db, locale: l }) => {
    const t = textsOf(l).office.desk
    const [reports, unanswered] = await Promise.all([countOpenReports(db), listUnanswered(db, mostCounted)])
    const items: DeskItem[] = [
      { count: reports, text: t.reports(reports), href: questionPaths.office },
      {
        count: unanswered.length,
        text: t.unanswered(unanswered.length),
        href: `${questionPaths.office}#obesvarade`,
      },
    ]
    return items.filter(({ count }) => count > 0)
  },
  waiting: async ({ db, locale: l }, { personId }) => {
    const t = textsOf(l).waiting
    const item =
      (text: (title: string) => string) =>
      (one: WaitingQuestion): WaitingItem => ({
        text: text(one.title),
        href:
          questionPaths.question(one.id, one.title) + (one.answerId === null ? '' : `#svar-${one.answerId}`),
      })
    const [asked, stillTrue, accept] = await Promise.all([
      listAskedOf(db, personId),
      listAskedWhetherTrue(db, personId),
      listToAccept(db, personId),
    ])
    return [...asked.map(item(t.asked)), ...stillTrue.map(item(t.stillTrue)), ...accept.map(item(t.accept))]
  },
  happened: async ({ db, locale: l }, followed) => {
    const { happened } = textsOf(l)
    return (await listAskedSince(db, followed)).map(({ id, title, organisation, askedAt, madeUp }) => ({
      at: askedAt,
      text: happened(organisation, title),
      href: questionPaths.question(id, title),
      madeUp,
    }))
  },
  related: async (asked, about) => {
    // What somebody asks and answers is not gathered about that person.
    if ('personId' in about) return []
    const t = textsOf(asked.locale).related
    const isFigure = 'figureId' in about
    const found = await publicOn(asked, about)
    if (found.length === 0) return []
    return [
      {
        title: isFigure ? t.onFigure : t.ofOrganisation,
        links: found.map(({ id, title, language, answers, madeUp }) => ({
          href: questionPaths.question(id, title),
          label: title,
          lang: otherLanguage(language, asked.locale),
          note: textsOf(asked.locale).list.answers(answers).toLocaleLowerCase(asked.locale.language),
          madeUp,
        })),
        more: isFigure
          ? { href: `${questionPaths.list}?nyckeltal=${about.figureId}`, label: t.moreOnFigure }
          : { href: questionPaths.list, label: t.moreOfOrganisation },
      },
    ]
  },
  personalData: readQuestionData,
  erase: (trx, personId) => forgetPerson(trx, personId),
  jobs: [
    // On working days only: what is due on a holiday was never due, and at the weekend nobody reads.
    {
      name: wideningJob,
      schedule: '15 7 * * 1-5',
      run: async (context) => {
        await widenQuestions(context)
      },
    },
    {
      name: 'ask-whether-answers-hold',
      schedule: '30 6 * * *',
      run: async (context) => {
        await askWhetherStillTrue(context)
      },
    },
    {
      name: 'list-unanswered-questions',
      schedule: '45 6 * * 1',
      run: async (context) => {
        await sendUnanswered({ ...context, baseUrl: context.config.baseUrl })
      },
    },
  ],
}

/** The newest public questions on a figure or from an organisation, read once for each version of the data. */
function publicOn(
  { db, remember }: Asked<Database>,
  about: { figureId: string } | { organisationCode: string },
) {
  return remember(`public questions ${JSON.stringify(about)}`, async () => {
    const { questions: found } = await searchQuestions(db, { reader: 'everyone', ...about }, { limit: shown })
    return found
  })
}
