/** How long things around an event are kept. The register of processing shows these very numbers. */
export const gatheringRetention = {
  /** Who was checked in. */
  attendanceYears: 3,
  certificateYears: 10,
  /** How long participants may answer an evaluation. */
  evaluationDays: 14,
} as const
