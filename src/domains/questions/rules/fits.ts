import type { Fit } from './routing.ts'

/** One thing that speaks for people: a word they know, a subject, an example, a role. */
export interface Mark {
  kind: 'word' | 'subject' | 'example' | 'reporter' | 'contact-official'
  /** The word, or the id of the subject or the example. */
  key: string
  /** Their ids, with a space between. */
  people: string
}

/** What decides who among those marked can be sent a question. */
export interface Circumstances {
  words: string[]
  subjectIds: string[]
  exampleIds: number[]
  /** The member that each person who can be reached has a post in. */
  posts: ReadonlyMap<number, string>
  /** How many questions people were sent in the last seven days, where there were any. */
  askedLately: ReadonlyMap<number, number>
  /** Who asks, and those who have been sent the question already. */
  spared: ReadonlySet<number>
  /** The member of who asks: colleagues are not asked. */
  organisationCode: string | null
  /** Those whom who asks has chosen come each by themselves. */
  named: number[]
}

/** Puts together what speaks for each person. Those of an organisation for whom just the same speaks are one. */
export function fitsOf(marks: Mark[], circumstances: Circumstances): Fit[] {
  const { posts, askedLately, spared, organisationCode: own, named } = circumstances
  const fits = new Map<string, Fit>()
  for (const [set, people] of peopleBySet(marks)) {
    const speaking = whatSpeaks(
      set.split(' ').flatMap((place) => marks[Number(place)] ?? []),
      circumstances,
    )
    for (const personId of people) {
      const organisationCode = posts.get(personId)
      if (organisationCode === undefined || organisationCode === own || spared.has(personId)) continue
      const asked = askedLately.get(personId) ?? 0
      const key = `${set}|${organisationCode}|${asked}|${named.includes(personId) ? personId : ''}`
      const fit = fits.get(key)
      if (fit) fit.personIds.push(personId)
      else fits.set(key, { ...speaking, organisationCode, askedLately: asked, personIds: [personId] })
    }
  }
  return [...fits.values()]
}

/** People by the set of marks that speak for them; a set is the marks' places with a space between. */
function peopleBySet(marks: Mark[]): Map<string, number[]> {
  const sets = ['']
  const setOf = new Map<number, number>()
  for (const [place, { people }] of marks.entries()) {
    /** Where those go who had a set before this mark. */
    const grown = new Map<number, number>()
    for (const id of people.split(' ')) {
      const before = setOf.get(Number(id)) ?? 0
      let after = grown.get(before)
      if (after === undefined) {
        after = sets.push(`${sets[before]} ${place}`.trim()) - 1
        grown.set(before, after)
      }
      setOf.set(Number(id), after)
    }
  }
  const bySet = sets.map((): number[] => [])
  for (const [personId, set] of setOf) bySet[set]?.push(personId)
  return new Map(sets.map((set, at) => [set, bySet[at] ?? []]))
}

function whatSpeaks(
  marks: Mark[],
  { words, subjectIds, exampleIds }: Circumstances,
): Pick<Fit, 'words' | 'subjectIds' | 'exampleIds' | 'isReporter' | 'isTurnedTo'> {
  const has = (kind: Mark['kind'], key: string) =>
    marks.some((mark) => mark.kind === kind && mark.key === key)
  const isReporter = has('reporter', '')
  return {
    words: words.filter((word) => has('word', word)),
    subjectIds: subjectIds.filter((id) => has('subject', id)),
    exampleIds: exampleIds.filter((id) => has('example', String(id))),
    isReporter,
    isTurnedTo: isReporter || has('contact-official', ''),
  }
}
