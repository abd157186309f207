import type { ColumnType } from 'kysely'

export interface ReportOnceTables {
  form: {
    id: string
    ordinal: number
    title_sv: string
    title_en: string
    issuer: string
    address: string
    public_sv: string
    public_en: string
    assumed_sv: string
    assumed_en: string
    columns: ColumnType<unknown, string, string>
    rows: ColumnType<unknown, string, string>
  }
}
