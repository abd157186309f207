import { eventPaths, listPublicEvents, whenOf } from '#domains/events/index.ts'
import { examplePaths, listPublishedExamples } from '#domains/good-examples/index.ts'
import { listFigures, networkGlance, type Reader } from '#domains/key-figures/index.ts'
import {
  type Appointed,
  countMembers as countInDatabase,
  isLargeAssociation,
  isMember,
  latestPopulation,
  listAppointed,
  listPageOfCodes,
  listSources,
  organisationDirectory,
  type Source,
  suggestedOrganisations,
} from '#domains/members/index.ts'
import { listNews, newsPaths } from '#domains/news/index.ts'
import { listNetworks, listPublicProjects, partnerPaths } from '#domains/partners/index.ts'
import { questionPaths, searchQuestions } from '#domains/questions/index.ts'
import { criteria } from '#platform/association.ts'
import { type Language, type Locale, otherLanguage, toldIn } from '#platform/i18n.ts'
import type { CriterionFigures, GlanceFigure, Happening, MemberCount } from './facts.ts'

/** So many of each stand on the start page. */
const fewOnStart = 3

/** How many are members today, and how many people live in the member municipalities. */
export async function countMembers({ db, remember, today }: Reader): Promise<MemberCount> {
  if (await isLargeAssociation(db, remember)) {
    return remember(`members on ${today}`, () => countInDatabase(db, today))
  }
  const { all } = await organisationDirectory(db, remember)
  const municipalities = all.filter(({ kind }) => kind === 'municipality')
  const members = all.filter((organisation) => isMember(organisation, today))
  const memberMunicipalities = members.filter(({ kind }) => kind === 'municipality')
  const inhabitantsOf = (some: typeof all) =>
    some.reduce((sum, organisation) => sum + (latestPopulation(organisation)?.inhabitants ?? 0), 0)
  return {
    municipalities: memberMunicipalities.length,
    regions: members.length - memberMunicipalities.length,
    inhabitants: inhabitantsOf(memberMunicipalities),
    inhabitantsOfAll: inhabitantsOf(municipalities),
    madeUp: members.some(({ memberships }) => memberships.some(({ madeUp }) => madeUp)),
  }
}

/** The shared key figures for the members as a whole, in the association's order. */
export async function glanceAtNetwork(reader: Reader): Promise<GlanceFigure[]> {
  const views = await networkGlance(reader)
  return views.map(({ figure, summary, year, perYear, breaks, groupTrend, madeUp }) => ({
    id: figure.id,
    number: figure.number,
    name: figure.name,
    unit: figure.unit,
    decimals: figure.decimals,
    mean: summary && !summary.few ? summary.mean : null,
    year,
    count: summary?.count ?? 0,
    word: groupTrend.word,
    points: perYear.flatMap((each) => (each.summary.few ? [] : [{ x: each.year, y: each.summary.mean }])),
    breaks: breaks.map((each) => each.year),
    madeUp,
  }))
}

/** The shared key figures under each of the four criteria; one that serves several stands under each. */
export async function figuresByCriterion(reader: Reader): Promise<CriterionFigures[]> {
  const shared = (await networkGlance(reader)).map(({ figure }) => figure)
  return criteria.map((criterion) => ({
    criterion,
    figures: shared.filter(({ criteria }) => criteria.includes(criterion)),
  }))
}

/** Every key figure that has a page, also the network's own and those decided later. */
export async function figureIds({ db }: Pick<Reader, 'db'>): Promise<string[]> {
  return (await listFigures(db)).map(({ id }) => id)
}

/** Every organisation that has a page; none in a large association, whose sitemap has parts. */
export async function organisationCodes(reader: Pick<Reader, 'db' | 'remember'>): Promise<string[]> {
  return (await suggestedOrganisations(reader)).map(({ code }) => code)
}

/** So many organisations stand in one part of a large sitemap: with all languages far below the 50,000 allowed. */
const inPart = 2000

/** The organisations of one part of a large sitemap, and how many parts there are; null when one file holds all. */
export async function partOfSitemap(
  { db, remember }: Pick<Reader, 'db' | 'remember'>,
  part: number,
): Promise<{ codes: string[]; parts: number } | null> {
  if (!(await isLargeAssociation(db, remember))) return null
  const { codes, count } = await listPageOfCodes(db, {
    skip: (part - 1) * inPart,
    most: inPart,
    membersOn: null,
  })
  return { codes, parts: Math.ceil(count / inPart) }
}

interface Moment extends Pick<Reader, 'db' | 'today'> {
  now: Date
  locale: Locale
}

/** The newest news. */
export async function latestNews({ db, now, locale: l }: Moment): Promise<Happening[]> {
  const news = await listNews(db, { now, limit: fewOnStart })
  return news.flatMap(({ slug, publishAt, texts, madeUp }) =>
    publishAt ? happening(l, texts, { path: newsPaths.item(slug), when: l.date(publishAt), madeUp }) : [],
  )
}

/** The next events that everyone may know of and that are not cancelled. */
export async function comingEvents({ db, today, locale: l }: Moment): Promise<Happening[]> {
  const events = await listPublicEvents(db, { from: today })
  return events
    .filter(({ cancelledAt }) => cancelledAt === null)
    .slice(0, fewOnStart)
    .flatMap((event) =>
      happening(l, event.texts, {
        path: eventPaths.event(event.id),
        when: whenOf(event, l),
        madeUp: event.madeUp,
      }),
    )
}

function happening(
  l: Locale,
  texts: Partial<Record<Language, { title: string }>>,
  rest: Pick<Happening, 'path' | 'when' | 'madeUp'>,
): Happening[] {
  const told = toldIn(texts, l)
  return told ? [{ ...rest, title: told.text.title, lang: otherLanguage(told.language, l) }] : []
}

/** Every page of examples, public questions, events, news and the world outside, with their lists. */
export async function exchangePaths({ db, now }: Pick<Moment, 'db' | 'now'>): Promise<string[]> {
  const most = 10_000
  const [examples, asked, events, news, networks, projects] = await Promise.all([
    listPublishedExamples(db, { limit: most }),
    searchQuestions(db, { reader: 'everyone' }, { limit: most }),
    listPublicEvents(db, { limit: most }),
    listNews(db, { now, limit: most }),
    listNetworks(db),
    listPublicProjects(db),
  ])
  return [
    examplePaths.list,
    ...examples.map(({ address }) => address),
    questionPaths.list,
    ...asked.questions.map(({ id, title }) => questionPaths.question(id, title)),
    eventPaths.list,
    ...events.map(({ id }) => eventPaths.event(id)),
    newsPaths.list,
    ...news.map(({ slug }) => newsPaths.item(slug)),
    partnerPaths.start,
    partnerPaths.examples,
    partnerPaths.visit,
    partnerPaths.exchange,
    partnerPaths.projects,
    ...networks.map(({ id }) => partnerPaths.network(id)),
    ...projects.map(({ id }) => partnerPaths.project(id)),
  ]
}

export function appointedToday({ db, today }: Pick<Reader, 'db' | 'today'>): Promise<Appointed[]> {
  return listAppointed(db, today)
}

export function sources({ db }: Pick<Reader, 'db'>): Promise<Source[]> {
  return listSources(db)
}
