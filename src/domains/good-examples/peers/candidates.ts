import type { Database } from '#database/tables.ts'
import { searchContacts } from '#domains/contacts/index.ts'
import type { Asked } from '#platform/http/context.ts'
import type { Example } from '../example-queries.ts'

/** Somebody of the contact network who could be asked to comment. */
export interface Candidate {
  personId: number
  name: string
  title: string
  organisation: string
  /** Ids of the subjects that the person knows and the example is about. */
  subjects: string[]
  madeUp: boolean
}

/** So many are proposed at a time. */
const mostProposed = 12

const everything = {
  text: '',
  subject: '',
  figure: '',
  criterion: '',
  role: '',
  county: '',
  size: '',
  language: '',
  page: 1,
} as const

/**
 * Whom to ask: those who fit what was typed, else those who know the subjects of the example, else those who know its
 * key figures. Only people who want to be asked; those who write the example themselves are left out.
 */
export async function findCandidates(
  { db, today }: Pick<Asked<Database>, 'db' | 'today'>,
  example: Example,
  typed: string,
): Promise<Candidate[]> {
  const questions = typed
    ? [{ ...everything, text: typed }]
    : example.subjects.length > 0
      ? example.subjects.map((subject) => ({ ...everything, subject }))
      : example.figures.map((figure) => ({ ...everything, figure }))
  const found = await Promise.all(
    questions.slice(0, 4).map((question) => searchContacts(db, question, today)),
  )
  const people = new Map<number, Candidate>()
  for (const { personId, name, title, posts, subjects, mayBeAsked, madeUp } of mixed(
    found.map(({ contacts }) => contacts),
  )) {
    if (!mayBeAsked || posts.some(({ code }) => code === example.organisation.code)) continue
    people.set(personId, {
      personId,
      name,
      title,
      organisation: posts[0]?.organisation ?? '',
      subjects: subjects.map(({ id }) => id).filter((id) => example.subjects.includes(id)),
      madeUp,
    })
  }
  return [...people.values()].slice(0, mostProposed)
}

/** One of each list in turn, so that every subject is heard. */
function mixed<T>(lists: T[][]): T[] {
  const longest = Math.max(0, ...lists.map((list) => list.length))
  return Array.from({ length: longest }, (_, i) => lists.flatMap((list) => list.slice(i, i + 1))).flat()
}
