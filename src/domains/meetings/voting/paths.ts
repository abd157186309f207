import { meetingPaths } from '../paths.ts'

type Id = string | number
const ballots = <Y extends Id>(year: Y) => `${meetingPaths.annualMeeting(year)}/omrostningar` as const
const ballot = <Y extends Id, B extends Id>(year: Y, id: B) => `${ballots(year)}/${id}` as const

/** Addresses of the voting of an annual meeting, without the language. */
export const votingPaths = {
  vote: meetingPaths.voting,
  projector: meetingPaths.projector,
  /** What tells browsers that something has happened. */
  events: <Y extends Id>(year: Y) => `${meetingPaths.voting(year)}/handelser` as const,
  ballots,
  new: <Y extends Id>(year: Y) => `${ballots(year)}/ny` as const,
  openToAll: <Y extends Id>(year: Y) => `${ballots(year)}/projektor` as const,
  ballot,
  receipt: <Y extends Id, B extends Id>(year: Y, id: B) => `${ballot(year, id)}/kvitto` as const,
  file: <Y extends Id, B extends Id, F extends string>(year: Y, id: B, format: F) =>
    `${ballot(year, id)}/roster.${format}` as const,
  run: <Y extends Id, B extends Id>(year: Y, id: B) => `${ballot(year, id)}/leda` as const,
  open: <Y extends Id, B extends Id>(year: Y, id: B) => `${ballot(year, id)}/leda/oppna` as const,
  close: <Y extends Id, B extends Id>(year: Y, id: B) => `${ballot(year, id)}/leda/stang` as const,
  cancel: <Y extends Id, B extends Id>(year: Y, id: B) => `${ballot(year, id)}/leda/avbryt` as const,
  casting: <Y extends Id, B extends Id>(year: Y, id: B) => `${ballot(year, id)}/leda/utslag` as const,
  lot: <Y extends Id, B extends Id>(year: Y, id: B) => `${ballot(year, id)}/leda/lotta` as const,
  decide: <Y extends Id, B extends Id>(year: Y, id: B) => `${ballot(year, id)}/leda/beslut` as const,
}
