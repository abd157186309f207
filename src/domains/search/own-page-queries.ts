import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { OwnPage } from '#platform/http/context.ts'
import type { Language } from '#platform/i18n.ts'
import { wordsIn } from './own-pages.ts'
import type { FoundText } from './tables.ts'

const source = 'page'

/** Makes the pages whose text stands in the code findable as they say today; writes nothing when they say the same. */
export async function saveOwnPages(db: Kysely<Database>, pages: Record<Language, OwnPage[]>): Promise<void> {
  const told = (language: Language, address: string): FoundText | undefined => {
    const page = pages[language].find((one) => one.address === address)
    return page && { title: page.title, lead: page.lead, body: wordsIn(page.said) }
  }
  const keys = pages.sv.map(({ address }) => address)
  const texts = keys.map((address) => JSON.stringify({ sv: told('sv', address), en: told('en', address) }))
  await db.transaction().execute(async (trx) => {
    // Programs that start at the same time write the same words, each in an order of its own.
    await sql`lock table loaded_file in exclusive mode`.execute(trx)
    await sql`delete from search_text where source = ${source} and key <> all(${keys})`.execute(trx)
    const { numAffectedRows } = await sql`
      insert into search_text (source, key, audience, kind, made_up, address, texts, names)
      select ${source}, key, 'everyone', 'page', false, key, texts, ''
      from unnest(${keys}::text[], ${texts}::jsonb[]) as p (key, texts)
      on conflict (source, key, audience) do update set texts = excluded.texts
        where search_text.texts <> excluded.texts`.execute(trx)
    if (numAffectedRows === 0n) return
    await sql`
      insert into search_word (word, for_everyone, folded)
      select distinct word, true, fold_word(word)
      from search_text t cross join unnest(tsvector_to_array(search_words(t.texts, t.names))) as word
      where t.source = ${source} and is_search_word(word) on conflict do nothing`.execute(trx)
  })
}
