import type { Reader } from '#domains/key-figures/index.ts'
import { type Chosen, choose, lookUp } from '#domains/questions/index.ts'
import type { Visit } from './queries.ts'

/** A member that could receive a visit, with the people there to ask and what speaks for each. */
export interface Suggestion {
  code: string
  name: string
  people: Chosen[]
}

/**
 * The members that fit a visit best: by their good examples, what their people know, the subjects they have chosen and
 * the key figures that go the right way. The same way a question finds who can answer it.
 */
export async function suggestHosts(
  reader: Reader & { now: Date },
  visit: Pick<Visit, 'wishes' | 'visitLanguage' | 'figureIds' | 'subjectIds' | 'hosts'>,
): Promise<Suggestion[]> {
  const asking = {
    title: visit.wishes,
    figureIds: visit.figureIds,
    subjectIds: visit.subjectIds,
    askedBy: null,
    organisationCode: null,
    named: [],
  }
  const language = visit.visitLanguage === 'sv' ? 'sv' : 'en'
  const moment = { questionId: null, today: reader.today, now: reader.now }
  const spoken = await choose(reader.db, await lookUp(reader, { ...asking, language }), moment)
  // Rather somebody who needs an interpreter than nobody.
  const { people } =
    spoken.people.length > 0 || language === 'sv'
      ? spoken
      : await choose(reader.db, await lookUp(reader, { ...asking, language: 'sv' }), moment)
  const byMember = new Map<string, Suggestion>()
  for (const person of people) {
    if (visit.hosts.some(({ personId }) => personId === person.personId)) continue
    const { organisationCode: code, organisation: name } = person
    const member = byMember.get(code) ?? { code, name, people: [] }
    member.people.push(person)
    byMember.set(code, member)
  }
  return [...byMember.values()]
}
