type Id = string | number

/** Addresses of this house, without the language. Each room adds what stands below them. */
export const meetingPaths = {
  board: '/styrelse',
  boardMeeting: <M extends Id>(meeting: M) => `/styrelse/moten/${meeting}` as const,
  /** Decisions of the board that everyone may read. */
  boardDecisions: '/styrelse/beslut',
  annual: '/arsmote',
  annualMeeting: <Y extends Id>(year: Y) => `/arsmote/${year}` as const,
  /** Where delegates vote. */
  voting: <Y extends Id>(year: Y) => `/arsmote/${year}/rosta` as const,
  /** For the wall of the hall. */
  projector: <Y extends Id>(year: Y) => `/arsmote/${year}/projektor` as const,
}
