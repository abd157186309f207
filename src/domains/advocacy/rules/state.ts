import type { MatterState } from '../tables.ts'

/** What can be done with a matter, by where it stands. */
const doable = {
  /** Title, counterpart, deadline, documents, sections. */
  'edit-facts': ['preparing', 'drafting', 'proposed'],
  'send-sections': ['drafting'],
  'write-text': ['preparing', 'drafting'],
  comment: ['drafting', 'proposed'],
  endorse: ['drafting', 'proposed', 'adopted'],
  'edit-demands': ['preparing', 'drafting'],
  open: ['preparing'],
  propose: ['drafting'],
  'take-back': ['proposed'],
  adopt: ['proposed'],
  send: ['adopted'],
  close: ['preparing', 'drafting', 'proposed'],
  'follow-up': ['sent'],
} satisfies Record<string, MatterState[]>

/** A step or a change of a matter. */
export type Deed = keyof typeof doable

/** Whether something can be done with a matter where it stands. */
export function isDoable(deed: Deed, state: MatterState): boolean {
  return doable[deed].some((one: MatterState) => one === state)
}

/** Whether the network reads a matter; before that the drafters alone do, and everybody reads what has been sent. */
export function readersOf(state: MatterState): 'drafters' | 'network' | 'everyone' {
  return state === 'sent' ? 'everyone' : state === 'preparing' ? 'drafters' : 'network'
}
