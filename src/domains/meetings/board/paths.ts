import { meetingPaths } from '../paths.ts'

type Id = string | number
const below = <M extends Id, S extends string>(meeting: M, step: S) =>
  `${meetingPaths.boardMeeting(meeting)}/${step}` as const

/** Addresses of the board's room, without the language. */
export const boardPaths = {
  list: meetingPaths.board,
  decisions: meetingPaths.boardDecisions,
  meetings: '/styrelse/moten',
  meeting: meetingPaths.boardMeeting,
  change: <M extends Id>(m: M) => below(m, 'andra'),
  cancel: <M extends Id>(m: M) => below(m, 'stall-in'),
  call: <M extends Id>(m: M) => below(m, 'kallelse'),
  calendarFile: <M extends Id>(m: M) => below(m, 'mote.ics'),
  open: <M extends Id>(m: M) => below(m, 'oppna'),
  attendance: <M extends Id>(m: M) => below(m, 'narvaro'),
  close: <M extends Id>(m: M) => below(m, 'avsluta-motet'),
  minutes: <M extends Id>(m: M) => below(m, 'protokoll'),
  formalities: <M extends Id>(m: M) => below(m, 'formalia'),
  business: <M extends Id>(m: M) => below(m, 'satt-upp'),
  items: <M extends Id>(m: M) => below(m, 'arenden'),
  item: <M extends Id, I extends Id>(m: M, item: I) => `${below(m, 'arenden')}/${item}` as const,
  itemStep: <M extends Id, I extends Id, S extends string>(m: M, item: I, step: S) =>
    `${below(m, 'arenden')}/${item}/${step}` as const,
  file: <M extends Id, I extends Id, F extends Id>(m: M, item: I, file: F) =>
    `${below(m, 'arenden')}/${item}/filer/${file}` as const,
  removeFile: <M extends Id, I extends Id, F extends Id>(m: M, item: I, file: F) =>
    `${below(m, 'arenden')}/${item}/filer/${file}/ta-bort` as const,
  taskDone: <T extends Id>(task: T) => `/styrelse/uppgifter/${task}/klar` as const,
  newCalendar: '/styrelse/kalender',
  calendar: <T extends string>(token: T) => `/styrelse/kalender/${token}/styrelsen.ics` as const,
}
