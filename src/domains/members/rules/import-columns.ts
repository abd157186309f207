/** The columns that an import understands, by their Swedish names. */
export const importColumns = [
  'organisationskod',
  'organisation',
  'roll',
  'namn',
  'e-post',
  'titel',
  'telefon',
  'organisationsnummer',
  'e-fakturaadress',
] as const
export type ImportColumn = (typeof importColumns)[number]

/** A row of a file: the line it stands on, and its filled cells. */
export interface ReadRow {
  line: number
  values: Partial<Record<ImportColumn, string>>
}

const otherNames: Record<string, ImportColumn> = {
  kommunkod: 'organisationskod',
  kod: 'organisationskod',
  kommun: 'organisation',
  medlem: 'organisation',
  organisationsnamn: 'organisation',
  uppdrag: 'roll',
  epost: 'e-post',
  epostadress: 'e-post',
  mejl: 'e-post',
  email: 'e-post',
  telefonnummer: 'telefon',
  mobil: 'telefon',
  orgnr: 'organisationsnummer',
  orgnummer: 'organisationsnummer',
  efaktura: 'e-fakturaadress',
  peppolid: 'e-fakturaadress',
}

/** The column that a heading names, in any case and with or without hyphens and spaces; undefined when unknown. */
export function columnOf(heading: string): ImportColumn | undefined {
  const name = heading
    .normalize('NFC')
    .toLocaleLowerCase('sv')
    .replace(/[\s_.-]/g, '')
  return importColumns.find((column) => column.replace('-', '') === name) ?? otherNames[name]
}
