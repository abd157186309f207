import type { Kysely } from 'kysely'
import type { Database } from '#database/tables.ts'
import { listSubjects } from '#domains/contacts/index.ts'
import {
  emptySelection,
  loadCatalogue,
  loadFigureView,
  loadGroupOf,
  loadNearest,
  mostImproved,
  type Reader,
} from '#domains/key-figures/index.ts'
import { type Directory, organisationDirectory } from '#domains/members/index.ts'
import type { Language } from '#platform/i18n.ts'
import { listNames } from './people-queries.ts'
import { countAskable, listFits, listNamed, listPosts, type Posts } from './routing-queries.ts'
import { type NamedPick, organisationName, reasonsOf } from './routing-reasons.ts'
import type { Reason } from './rules/reason.ts'
import { choosePeople, routingLimits, signalsOf, type Wanted } from './rules/routing.ts'
import { tellingWords } from './rules/words.ts'
import { listFittingExamples } from './similar-queries.ts'

/** What a question is about and who asks it, as far as it decides whom it is sent to. */
export interface Asking {
  title: string
  language: Language
  figureIds: string[]
  subjectIds: string[]
  askedBy: number | null
  organisationCode: string | null
  /** Whom who asks has chosen; they come first. */
  named: number[]
}

/** Everything that speaks for somebody, looked up before anybody is chosen. */
export interface Grounds {
  asking: Asking
  wanted: Wanted
  words: string[]
  subjects: Map<string, { sv: string; en: string }>
  figures: Map<string, string>
  examples: Map<number, string>
  directory: Directory
  posts: Posts
}

/** Somebody to ask, with the reasons in the order of their weight. */
export interface Chosen {
  personId: number
  name: string
  title: string
  organisationCode: string
  organisation: string
  reasons: Reason[]
  madeUp: boolean
}

export interface Routed {
  people: Chosen[]
  /** Names of those chosen by who asks who have got many questions lately and are spared. */
  spared: string[]
}

/** What everybody's post counts for in the memory. */
const rememberedPosts = 2000

/** So many examples are looked at. */
const mostExamples = 20

/** Looks up what speaks for asking somebody. Everything read here is public or the network's own. */
export async function lookUp(reader: Reader, asking: Asking): Promise<Grounds> {
  const { db, remember, today } = reader
  const { title, figureIds, organisationCode } = asking
  const [directory, catalogue, subjects, examples, people, improved, nearest, posts] = await Promise.all([
    organisationDirectory(db, remember),
    loadCatalogue(reader),
    listSubjects(db),
    listFittingExamples(db, { title, figureIds, limit: mostExamples }),
    countAskable(db),
    improvedIn(reader, figureIds),
    organisationCode === null ? [] : loadNearest(reader, organisationCode),
    remember('posts of people', () => listPosts(db, today), rememberedPosts),
  ])
  const fitting = subjects.filter(
    ({ id, figures, retired }) =>
      asking.subjectIds.includes(id) || (!retired && figures.some((figure) => figureIds.includes(figure))),
  )
  const likeness = new Map(nearest.map(({ code }, place) => [code, place]))
  return {
    asking,
    wanted: { figureIds, people, improved, likeness },
    words: tellingWords(title),
    subjects: new Map(fitting.map(({ id, sv, en }) => [id, { sv, en }])),
    figures: new Map(figureIds.map((id) => [id, catalogue.byId.get(id)?.number ?? id])),
    examples: new Map(examples.map((example) => [example.id, example.title])),
    directory,
    posts,
  }
}

/** Which of the figures go the right way in which members, by the trend test of the figures' own pages. */
async function improvedIn(reader: Reader, figureIds: string[]): Promise<Map<string, string[]>> {
  const { byId } = await loadCatalogue(reader)
  const improved = new Map<string, string[]>()
  for (const figureId of figureIds) {
    const figure = byId.get(figureId)
    if (!figure) continue
    const group = await loadGroupOf(reader, figure, emptySelection)
    for (const { organisation } of mostImproved(
      await loadFigureView(reader, figure, emptySelection, group),
    )) {
      improved.set(organisation.code, [...(improved.get(organisation.code) ?? []), figureId])
    }
  }
  return improved
}

/** Whom to send a question to: those whom who asks has chosen first, then those who fit best. */
export async function choose(
  db: Kysely<Database>,
  grounds: Grounds,
  { questionId, today, now }: { questionId: number | null; today: string; now: Date },
): Promise<Routed> {
  const { asking, wanted, words, subjects, examples, posts } = grounds
  const { language, askedBy, organisationCode } = asking
  const [fits, named] = await Promise.all([
    listFits(
      db,
      {
        words,
        subjectIds: [...subjects.keys()],
        exampleIds: [...examples.keys()],
        improvedCodes: [...wanted.improved.keys()],
        figures: asking.figureIds.length > 0,
        language,
        askedBy,
        organisationCode,
        named: asking.named,
        questionId,
        today,
        now,
      },
      posts,
    ),
    listNamed(db, asking.named, { language, askedBy, questionId, today, now }),
  ])
  const free = named.filter(({ askedLately }) => askedLately < routingLimits.aWeek)
  const first = free
    .slice(0, routingLimits.atATime)
    .map(({ personId, organisationCode: code }): NamedPick => {
      const known = fits.find(({ personIds }) => personIds.includes(personId))
      return { personId, organisationCode: code, signals: known ? signalsOf(known, wanted) : [], named: true }
    })
  const rest = fits.filter(({ personIds }) => !named.some(({ personId }) => personIds.includes(personId)))
  const picks = [...first, ...choosePeople(rest, wanted, routingLimits.atATime - first.length)]
  const names = await listNames(
    db,
    picks.map(({ personId }) => personId),
  )
  return {
    people: picks.flatMap((pick) => {
      const person = names.get(pick.personId)
      const organisation = organisationName(grounds, pick.organisationCode)
      return person ? [{ ...pick, ...person, organisation, reasons: reasonsOf(pick, grounds) }] : []
    }),
    spared: named.filter((one) => !free.includes(one)).map(({ name }) => name),
  }
}
