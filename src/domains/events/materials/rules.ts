/** What can be shared after an event. */
export const materialKinds = ['document', 'recording'] as const
export type MaterialKind = (typeof materialKinds)[number]

/** For whom it is. */
export const materialAudiences = ['everyone', 'members', 'participants'] as const
export type MaterialAudience = (typeof materialAudiences)[number]

/** What a reader is to an event. */
export interface Reader {
  /** Belongs to the network. */
  inNetwork: boolean
  /** Has, or had, a place at the event. */
  participant: boolean
  /** Keeps the events. */
  office: boolean
}

/** Whether a reader may open what is shared with an audience. */
export function mayOpen(openTo: MaterialAudience, reader: Reader): boolean {
  if (openTo === 'everyone' || reader.office) return true
  return openTo === 'members' ? reader.inNetwork : reader.participant
}
