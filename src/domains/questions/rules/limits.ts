/** How many working days those who were asked have before more are. */
export const workingDaysToAnswer = 3

/** How long what somebody writes may be, in characters. */
export const longest = { title: 150, body: 10_000, answer: 20_000, reason: 500 } as const

/** How many days an answer stands before its writer is asked whether it still holds. */
export const daysUntilStillTrue = 365
