import type { ColumnType, Generated } from 'kysely'
import type { FileColumns } from '#platform/files/store/index.ts'
import type { MaterialAudience, MaterialKind } from './rules.ts'

export interface MaterialTables {
  event_material: {
    id: Generated<number>
    event_id: number
    session_id: number | null
    kind: MaterialKind
    title: string
    open_to: MaterialAudience
    address: Generated<string>
    captioned: boolean | null
    file_name: Generated<string>
    media_type: Generated<string>
    standard: Generated<string>
    size: Generated<number>
    added_by: number | null
    added_at: ColumnType<Date, Date | undefined, Date>
    made_up: Generated<boolean>
  }
  event_material_content: FileColumns<'content'> & { material_id: number }
}
