import { act } from '#database/act.ts'
import { lockMatter } from './matter-write-queries.ts'
import type { Place } from './place.ts'
import { isDoable } from './rules/state.ts'
import { changesSubstance } from './rules/substance.ts'
import { type Merged, mergeTexts } from './text/merge.ts'
import { carryIds, joinText, splitText } from './text/paragraphs.ts'
import { findVersion, highestParagraph, insertVersion, type Version } from './version-queries.ts'

export interface NewText {
  matterId: number
  text: string
  /** The version that the writer began from; 0 when there was none. */
  base: number
  /** What the writer says of the change. */
  note: string
  /** The writer vouches that only the language was changed. */
  onlyLanguage: boolean
}

/** What became of a text that somebody wants to save. */
export type SavedText =
  | {
      kind: 'saved'
      number: number /** Somebody else had saved meanwhile; both are in it. */
      merged: boolean
    }
  | { kind: 'unchanged'; number: number }
  /** Somebody else wrote on the same paragraphs meanwhile: nothing is saved until both texts have been seen. */
  | { kind: 'clash'; current: Version; merged: Merged }
  /** The text is no longer written on. */
  | { kind: 'closed' }

/**
 * Saves a text as a new version. Whoever saved meanwhile loses nothing: changes to other paragraphs are put together,
 * changes to the same ones are shown to the writer. Savings of one text wait for each other.
 */
export function saveText({ db, actor, now }: Place, asked: NewText): Promise<SavedText> {
  const { matterId, base, note, onlyLanguage } = asked
  return act(db, actor, 'save the text of a response', async (trx): Promise<SavedText> => {
    const state = await lockMatter(trx, matterId)
    if (!state || !isDoable('write-text', state)) return { kind: 'closed' }
    const current = await findVersion(trx, matterId)
    const before = joinText(current?.paragraphs ?? [])
    const isOvertaken = current !== undefined && current.number !== base
    let text = asked.text
    if (isOvertaken) {
      const from = await findVersion(trx, matterId, base)
      const merged = mergeTexts(joinText(from?.paragraphs ?? []), text, before)
      if (merged.clashes.length > 0) return { kind: 'clash', current, merged }
      text = merged.text
    }
    const written = splitText(text)
    if (current && joinText(written) === before) return { kind: 'unchanged', number: current.number }
    const number = (current?.number ?? 0) + 1
    await insertVersion(trx, {
      matterId,
      number,
      paragraphs: carryIds(current?.paragraphs ?? [], written, (await highestParagraph(trx, matterId)) + 1),
      inSubstance: !current || changesSubstance(before, joinText(written), onlyLanguage),
      note,
      by: actor.personId,
      now,
    })
    return { kind: 'saved', number, merged: isOvertaken }
  })
}
