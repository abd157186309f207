import { act } from '#database/act.ts'
import { askWithin, type Chosen, type Grounds, longest } from '#domains/questions/index.ts'
import type { Locale } from '#platform/i18n.ts'
import type { Matter } from './matter-queries.ts'
import { lockMatter } from './matter-write-queries.ts'
import { advocacyPaths } from './paths.ts'
import type { Place } from './place.ts'
import type { Cut } from './rules/cut.ts'
import { isDoable } from './rules/state.ts'
import {
  addSections,
  deleteSection,
  listSections,
  type Section,
  setQuestion,
  updateSection,
} from './section-queries.ts'
import { textsOf } from './texts.ts'

/** Puts sections after those there are. */
export function appendSections({ db, actor }: Place, matterId: number, cuts: Cut[]): Promise<void> {
  return act(db, actor, 'cut a consultation into sections', async (trx) => {
    await lockMatter(trx, matterId)
    await addSections(trx, matterId, cuts)
  })
}

/** Changes a section; what has been sent stays as it was read. */
export function changeSection({ db, actor }: Place, id: number, cut: Cut): Promise<boolean> {
  return act(db, actor, 'change a section', (trx) => updateSection(trx, id, cut))
}

/** Takes a section away, unless it has been sent. */
export function removeSection({ db, actor }: Place, id: number): Promise<void> {
  return act(db, actor, 'remove a section', (trx) => deleteSection(trx, id))
}

/** What a section is called as a question: its own title first, since that decides whom it reaches. */
export function questionTitle({ title }: Pick<Section, 'title'>, matter: Pick<Matter, 'title'>): string {
  const whole = `${title} – ${matter.title}`
  return whole.length <= longest.title ? whole : `${whole.slice(0, longest.title - 1).trimEnd()}…`
}

/**
 * Sends a section as a question to a few who know, as one thing; gives whom it reached. Null when it has been sent
 * already, or when the matter is no longer open.
 */
export function sendSection(
  place: Place,
  {
    matter,
    section,
    grounds,
    l,
    baseUrl,
  }: { matter: Matter; section: Section; grounds: Grounds; l: Locale; baseUrl: string },
): Promise<Chosen[] | null> {
  const { figureIds, subjectIds } = grounds.asking
  const t = textsOf(l).sections
  // The question goes out by mail too, where an address must be whole.
  const address = baseUrl + l.href(advocacyPaths.section(matter.id, section.id))
  return act(place.db, place.actor, 'send a section to those who know', async (trx) => {
    const state = await lockMatter(trx, matter.id)
    const isSent = (await listSections(trx, matter.id)).every(
      ({ id, questionId }) => id !== section.id || questionId,
    )
    if (!state || !isDoable('send-sections', state) || isSent) return null
    const { id, people } = await askWithin(
      trx,
      place,
      {
        title: grounds.asking.title,
        body: `${t.questionLead(matter.counterpart, address)}\n\n${section.body}`.slice(0, longest.body),
        language: matter.language,
        audience: 'members',
        figureIds,
        subjectIds,
      },
      grounds,
    )
    await setQuestion(trx, section.id, id)
    return people
  })
}
