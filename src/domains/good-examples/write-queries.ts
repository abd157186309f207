import type { Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Language } from '#platform/i18n.ts'
import type { ExampleFacts } from './example-queries.ts'
import type { ExampleText } from './rules.ts'

/** Opens a draft with a title, and gives its id. */
export async function insertDraft(
  trx: Transaction<Database>,
  draft: { code: string; language: Language; title: string; by: number; madeUp: boolean; figures: string[] },
): Promise<number> {
  const { id } = await trx
    .insertInto('good_example')
    .values({
      organisation_code: draft.code,
      year: null,
      contact_id: null,
      written_by: draft.by,
      made_up: draft.madeUp,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('good_example_text')
    .values({ example_id: id, language: draft.language, title: draft.title })
    .execute()
  if (draft.figures.length > 0) {
    await trx
      .insertInto('good_example_figure')
      .values(draft.figures.map((figure) => ({ example_id: id, key_figure_id: figure })))
      .execute()
  }
  return id
}

/** Counts a saving over the version that was seen. False when somebody was quicker. */
export async function claimVersion(
  trx: Transaction<Database>,
  id: number,
  seen: number,
  by: number,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('good_example')
    .set({ version: seen + 1, updated_at: new Date(), written_by: by })
    .where('id', '=', id)
    .where('version', '=', seen)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Saves what is told in a language, or takes the language away. */
export async function saveText(
  trx: Transaction<Database>,
  id: number,
  language: Language,
  text: ExampleText | null,
): Promise<void> {
  if (!text) {
    await trx
      .deleteFrom('good_example_text')
      .where('example_id', '=', id)
      .where('language', '=', language)
      .execute()
    return
  }
  await trx
    .insertInto('good_example_text')
    .values({ example_id: id, language, ...text })
    .onConflict((conflict) => conflict.columns(['example_id', 'language']).doUpdateSet(text))
    .execute()
}

/** Saves what an example is tied to, in place of what it was tied to before. */
export async function saveFacts(
  trx: Transaction<Database>,
  id: number,
  { year, figures, subjects, criteria, sdgs, contactId, links }: ExampleFacts,
): Promise<void> {
  await trx
    .updateTable('good_example')
    .set({ year, criteria, sdgs, contact_id: contactId })
    .where('id', '=', id)
    .execute()
  await trx
    .deleteFrom('good_example_figure')
    .where('example_id', '=', id)
    .where('key_figure_id', 'not in', figures.length > 0 ? figures : [''])
    .execute()
  for (const figure of figures) {
    await trx
      .insertInto('good_example_figure')
      .values({ example_id: id, key_figure_id: figure })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  await trx
    .deleteFrom('good_example_subject')
    .where('example_id', '=', id)
    .where('subject_id', 'not in', subjects.length > 0 ? subjects : [''])
    .execute()
  for (const subject of subjects) {
    await trx
      .insertInto('good_example_subject')
      .values({ example_id: id, subject_id: subject })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  await trx
    .deleteFrom('good_example_link')
    .where('example_id', '=', id)
    .where('ordinal', '>=', links.length)
    .execute()
  for (const [ordinal, link] of links.entries()) {
    await trx
      .insertInto('good_example_link')
      .values({ example_id: id, ordinal, ...link })
      .onConflict((conflict) => conflict.columns(['example_id', 'ordinal']).doUpdateSet(link))
      .execute()
  }
}

/** Counts as changed, so that kept pages of it go; what others are writing is not overtaken by that. */
export async function touchExample(trx: Transaction<Database>, id: number, by: number): Promise<void> {
  await trx
    .updateTable('good_example')
    .set({ updated_at: new Date(), written_by: by })
    .where('id', '=', id)
    .execute()
}
