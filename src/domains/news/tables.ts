import type { ColumnType, Generated } from 'kysely'
import type { Language } from '#platform/i18n.ts'

type Instant = ColumnType<Date, Date | undefined, Date>
type OptionalInstant = ColumnType<Date | null, Date | null | undefined, Date | null>

export interface NewsTables {
  news_item: {
    id: Generated<number>
    slug: string
    publish_at: OptionalInstant
    announced_at: OptionalInstant
    hidden_at: OptionalInstant
    hidden_reason: Generated<string>
    made_up: Generated<boolean>
    version: Generated<number>
    written_by: number | null
    created_at: Instant
    updated_at: Instant
  }
  news_text: { news_id: number; language: Language; title: string; lead: string; body: string }
}
