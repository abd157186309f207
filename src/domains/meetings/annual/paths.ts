import { meetingPaths } from '../paths.ts'

type Id = string | number

const below =
  <P extends string>(part: P) =>
  <Y extends Id>(year: Y) =>
    `/arsmote/${year}/${part}` as const
const oneBelow =
  <P extends string>(part: P) =>
  <Y extends Id, N extends Id>(year: Y, id: N) =>
    `/arsmote/${year}/${part}/${id}` as const

/** Addresses of this room, without the language. An annual meeting goes by its year, an extra one by its number too. */
export const annualPaths = {
  list: meetingPaths.annual,
  meeting: meetingPaths.annualMeeting,
  voting: meetingPaths.voting,
  newMeeting: '/arsmote/ny',
  plan: below('planera'),
  office: below('kansli'),
  notice: below('kallelse'),
  documents: below('handlingar'),
  open: below('oppna'),
  close: below('avsluta'),
  cancel: below('stall-in'),
  calendar: below('mote.ics'),
  agenda: below('dagordning'),
  order: below('dagordning/ordning'),
  minutes: below('protokoll'),
  signers: below('justerare'),
  item: oneBelow('arende'),
  motions: below('motioner'),
  newMotion: below('motioner/ny'),
  motion: oneBelow('motioner'),
  newProposal: below('forslag/ny'),
  proposal: oneBelow('forslag'),
  elections: below('val'),
  candidate: oneBelow('val'),
  delegates: below('ombud'),
  proxies: below('fullmakter'),
  proxy: oneBelow('fullmakter'),
  registration: below('anmalan'),
  roll: below('rostlangd'),
  freeze: below('rostlangd/faststall'),
  rollEntry: oneBelow('rostlangd'),
  speakers: below('talarlista'),
  speaker: oneBelow('talarlista'),
}
