/** Addresses of this house, without the language. */
export const formPaths = {
  forms: <Code extends string, Year extends string | number>(code: Code, year: Year) =>
    `/rapportera/${code}/${year}/formular` as const,
  workbook: <Code extends string, Year extends string | number, Form extends string>(
    code: Code,
    year: Year,
    form: Form,
  ) => `/rapportera/${code}/${year}/formular/${form}/formular.xlsx` as const,
  table: <Code extends string, Year extends string | number, Form extends string>(
    code: Code,
    year: Year,
    form: Form,
  ) => `/rapportera/${code}/${year}/formular/${form}/formular.csv` as const,
}
