/** How long wishes to visit are kept. */
export const visitRetention = {
  /** Hours in which the link in the mail confirms. */
  confirmHours: 48,
  /** Days after a no, or after the visit. */
  days: 90,
} as const
