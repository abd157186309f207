import type { Kysely } from 'kysely'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import type { Actor } from '#platform/http/context.ts'
import type { Language } from '#platform/i18n.ts'
import { type ExampleFacts, findExample } from './example-queries.ts'
import { insertKin } from './kin/kin-queries.ts'
import { closeReports } from './report-queries.ts'
import { type ExampleText, gapsOf } from './rules.ts'
import { deleteDraft, publishDraft, setHidden } from './state-queries.ts'
import { claimVersion, insertDraft, saveFacts, saveText } from './write-queries.ts'

/** Where and by whom something is done. */
export interface Place {
  db: Kysely<Database>
  actor: Actor
}

/** How a saving went: somebody else may have saved meanwhile, and what is published must stay whole. */
export type Saved = 'saved' | 'overtaken' | 'incomplete'

/** Begins an example of an organisation, perhaps after the one it learned from, and gives its id. */
export function beginExample(
  { db, actor }: Place,
  draft: {
    code: string
    language: Language
    title: string
    madeUp: boolean
    figures: string[]
    after: number | undefined
  },
): Promise<number> {
  return act(db, actor, 'begin a good example', async (trx) => {
    const id = await insertDraft(trx, { ...draft, by: actor.personId })
    if (draft.after !== undefined) await insertKin(trx, { id, after: draft.after, by: actor.personId })
    return id
  })
}

/** What is saved of an example: the whole text in one language, the facts, or both. */
export interface Change {
  id: number
  /** The version that was seen when the form was opened. */
  seen: number
  language: Language
  /** An empty text takes the language away. */
  text?: ExampleText
  facts?: ExampleFacts
}

/** Saves what is told in one language and what an example is tied to. */
export function changeExample(
  { db, actor }: Place,
  { id, seen, language, text, facts }: Change,
): Promise<Saved> {
  return act(db, actor, 'write a good example', async (trx) => {
    const example = await findExample(trx, id)
    if (!example) return 'overtaken'
    const { [language]: told, ...others } = example.texts
    const wanted = text ?? told
    const empty = !wanted || Object.values(wanted).every((part) => part === '')
    const texts = empty ? others : { ...others, [language]: wanted }
    const { year } = facts ?? example
    if (Object.keys(texts).length === 0) return 'incomplete'
    if (example.state === 'published' && gapsOf(year, texts).length > 0) return 'incomplete'
    if (!(await claimVersion(trx, id, seen, actor.personId))) return 'overtaken'
    if (text) await saveText(trx, id, language, empty ? null : text)
    if (facts) await saveFacts(trx, id, facts)
    return 'saved'
  })
}

/** Lets everyone read an example that is whole. */
export function publishExample({ db, actor }: Place, id: number, now: Date): Promise<Saved> {
  return act(db, actor, 'publish a good example', async (trx) => {
    const example = await findExample(trx, id)
    if (!example) return 'overtaken'
    if (gapsOf(example.year, example.texts).length > 0) return 'incomplete'
    await publishDraft(trx, id, now)
    return 'saved'
  })
}

/** Throws a draft away. False when there is none, or when it has been published. */
export function removeDraft({ db, actor }: Place, id: number): Promise<boolean> {
  return act(db, actor, 'throw away a good example', (trx) => deleteDraft(trx, id))
}

/** Takes an example off the site, with a reason that its writers read. */
export function hideExample({ db, actor }: Place, id: number, reason: string, now: Date): Promise<void> {
  return act(db, actor, 'hide a good example', async (trx) => {
    await setHidden(trx, id, reason, now)
    await closeReports(trx, { exampleId: id }, actor.personId, now)
  })
}

/** Shows a hidden example again. */
export function showExample({ db, actor }: Place, id: number, now: Date): Promise<void> {
  return act(db, actor, 'show a good example', (trx) => setHidden(trx, id, null, now))
}
