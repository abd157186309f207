/** Addresses of this house, without the language. */
export const reportingPaths = {
  rounds: '/kansli/rapportering',
  round: <Round extends string>(round: Round) => `/kansli/rapportering/${round}` as const,
  remind: <Round extends string>(round: Round) => `/kansli/rapportering/${round}/paminn` as const,
  publish: <Round extends string>(round: Round) => `/kansli/rapportering/${round}/publicera` as const,
  change: <Round extends string>(round: Round) => `/kansli/rapportering/${round}/andra` as const,
  close: <Round extends string>(round: Round) => `/kansli/rapportering/${round}/stang` as const,
  review: <Year extends string | number, Code extends string>(year: Year, code: Code) =>
    `/kansli/rapportering/${year}/${code}` as const,
  mine: '/rapportera',
  progress: <Round extends string>(round: Round) => `/rapportera/laget/${round}` as const,
  correction: <Code extends string>(code: Code) => `/rapportera/${code}/ratta` as const,
  report: <Code extends string, Year extends string | number>(code: Code, year: Year) =>
    `/rapportera/${code}/${year}` as const,
  /** Of the house that fills in other forms from a report. */
  forms: <Code extends string, Year extends string | number>(code: Code, year: Year) =>
    `/rapportera/${code}/${year}/formular` as const,
  step: <Code extends string, Year extends string | number>(code: Code, year: Year) =>
    `/rapportera/${code}/${year}/steg` as const,
  approval: <Code extends string>(code: Code) => `/rapportera/${code}/godkannande` as const,
  workbook: <Code extends string, Year extends string | number>(code: Code, year: Year) =>
    `/rapportera/${code}/${year}/arbetsbok` as const,
  saveWorkbook: <Code extends string, Year extends string | number>(code: Code, year: Year) =>
    `/rapportera/${code}/${year}/arbetsbok/spara` as const,
  targets: <Code extends string>(code: Code) => `/rapportera/${code}/mal` as const,
  removeTarget: <Code extends string>(code: Code) => `/rapportera/${code}/mal/ta-bort` as const,
  figure: <Code extends string, Year extends string | number, Figure extends string>(
    code: Code,
    year: Year,
    figure: Figure,
  ) => `/rapportera/${code}/${year}/nyckeltal/${figure}` as const,
}
