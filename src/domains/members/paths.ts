/** Addresses of this house, without the language. */
export const organisationPaths = {
  list: '/kommuner',
  profile: (code: string) => `/kommuner/${code}`,
  logo: <Code extends string>(code: Code) => `/kommuner/${code}/logotyp.webp` as const,
  yearlyReports: <Code extends string>(code: Code) => `/kommuner/${code}/rapport` as const,
  yearlyReport: <Code extends string, Year extends string | number>(code: Code, year: Year) =>
    `/kommuner/${code}/rapport/${year}` as const,
  edit: <Code extends string>(code: Code) => `/mina-sidor/organisation/${code}` as const,
}

/** Addresses of the secretariat's register, without the language. */
export const registerPaths = {
  list: '/kansli/register',
  chosen: '/kansli/register/markerade',
  end: '/kansli/register/avsluta',
  newPartner: '/kansli/register/ny',
  one: <Code extends string>(code: Code) => `/kansli/register/${code}` as const,
  membership: <Code extends string, Step extends string>(code: Code, step: Step) =>
    `/kansli/register/${code}/medlemskap/${step}` as const,
  people: '/kansli/personer',
  doubles: '/kansli/personer/dubbletter',
  distinct: '/kansli/personer/inte-dubbletter',
  person: <Id extends string | number>(id: Id) => `/kansli/personer/${id}` as const,
  role: <Id extends string | number>(id: Id) => `/kansli/personer/${id}/uppdrag` as const,
  endRole: <Id extends string | number, Appointment extends string | number>(
    id: Id,
    appointment: Appointment,
  ) => `/kansli/personer/${id}/uppdrag/${appointment}` as const,
  merge: <Id extends string | number, Other extends string | number>(id: Id, other: Other) =>
    `/kansli/personer/${id}/sla-ihop/${other}` as const,
  imports: '/kansli/import/personer',
  draft: <Id extends string | number>(id: Id) => `/kansli/import/personer/${id}` as const,
  draftErrors: <Id extends string | number>(id: Id) => `/kansli/import/personer/${id}/fel.csv` as const,
}
