/** Addresses of this house, without the language. */
export const statutesPaths = {
  current: '/stadgar',
  version: <Id extends string>(id: Id) => `/stadgar/${id}` as const,
  /** A paragraph of the version in force. */
  paragraph: (number: number) => `/stadgar#paragraf-${number}`,
}
