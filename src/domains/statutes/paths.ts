/** Addresses of this house, without the language. */
export const statutesPaths = {
  current: '/stadgar',
  version: <Id extends string>(id: Id) => `/stadgar/${id}` as const,
  /** Where the secretariat writes proposals. */
  proposals: '/kansli/stadgar',
  proposal: <Id extends string>(id: Id) => `/kansli/stadgar/${id}` as const,
  /** What a proposal changes, side by side. */
  changes: <Id extends string>(id: Id) => `/stadgar/${id}/andringar` as const,
  /** A paragraph of the version in force. */
  paragraph: (number: number) => `/stadgar#paragraf-${number}`,
}
