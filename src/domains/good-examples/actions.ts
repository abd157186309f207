import type { Kysely } from 'kysely'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import type { Actor } from '#platform/http/context.ts'
import type { Language } from '#platform/i18n.ts'
import { type ExampleFacts, findExample } from './example-queries.ts'
import { type ExampleText, gapsOf } from './rules.ts'
import {
  claimVersion,
  deleteDraft,
  insertDraft,
  publishDraft,
  saveFacts,
  saveText,
  setHidden,
} from './write-queries.ts'

/** Where and by whom something is done. */
export interface Place {
  db: Kysely<Database>
  actor: Actor
}

/** How a saving went: somebody else may have saved meanwhile, and what is published must stay whole. */
export type Saved = 'saved' | 'overtaken' | 'incomplete'

/** Begins an example of an organisation, and gives its id. */
export function beginExample(
  { db, actor }: Place,
  draft: { code: string; language: Language; title: string; madeUp: boolean },
): Promise<number> {
  return act(db, actor, 'begin a good example', (trx) => insertDraft(trx, { ...draft, by: actor.personId }))
}

/** Saves what is told in one language; an empty text takes the language away. */
export function tellExample(
  { db, actor }: Place,
  { id, language, text, seen }: { id: number; language: Language; text: ExampleText; seen: number },
): Promise<Saved> {
  return act(db, actor, 'write a good example', async (trx) => {
    const example = await findExample(trx, id)
    if (!example) return 'overtaken'
    const { [language]: _, ...others } = example.texts
    const empty = Object.values(text).every((part) => part === '')
    const texts = empty ? others : { ...others, [language]: text }
    if (Object.keys(texts).length === 0) return 'incomplete'
    if (example.state === 'published' && gapsOf(example.year, texts).length > 0) return 'incomplete'
    if (!(await claimVersion(trx, id, seen, actor.personId))) return 'overtaken'
    await saveText(trx, id, language, empty ? null : text)
    return 'saved'
  })
}

/** Saves what an example is tied to. */
export function tieExample(
  { db, actor }: Place,
  { id, facts, seen }: { id: number; facts: ExampleFacts; seen: number },
): Promise<Saved> {
  return act(db, actor, 'tie a good example', async (trx) => {
    const example = await findExample(trx, id)
    if (!example) return 'overtaken'
    if (example.state === 'published' && facts.year === null) return 'incomplete'
    if (!(await claimVersion(trx, id, seen, actor.personId))) return 'overtaken'
    await saveFacts(trx, id, facts)
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
  return act(db, actor, 'hide a good example', (trx) => setHidden(trx, id, reason, now))
}

/** Shows a hidden example again. */
export function showExample({ db, actor }: Place, id: number, now: Date): Promise<void> {
  return act(db, actor, 'show a good example', (trx) => setHidden(trx, id, null, now))
}
