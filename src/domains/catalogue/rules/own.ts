/** How somebody stands to a member's own key figure. */
export const partyStates = ['invited', 'joined', 'declined', 'left'] as const
export type PartyState = (typeof partyStates)[number]

/** What somebody who was asked can do; whoever said no or left may change its mind, but is not asked again. */
export const partyMoves = {
  accept: { from: ['invited', 'declined', 'left'], to: 'joined' },
  decline: { from: ['invited'], to: 'declined' },
  leave: { from: ['joined'], to: 'left' },
} as const satisfies Record<string, { from: readonly PartyState[]; to: PartyState }>
export type PartyMove = keyof typeof partyMoves

/** Where a move leads from a state, or null where it does not. The owner keeps the figure and cannot leave it. */
export function moved(state: PartyState, move: PartyMove, isOwner: boolean): PartyState | null {
  const { from, to } = partyMoves[move]
  return !isOwner && from.some((one) => one === state) ? to : null
}

/** Bounds against flooding: what a member keeps at once, has ever made, and how many are in a group. */
export const ownLimits = { inUse: 10, ever: 40, group: 30 } as const

/** Why a member may not make one more figure of its own, or null when it may. */
export function refusalOf({
  inUse,
  ever,
}: {
  inUse: number
  ever: number
}): 'too-many' | 'too-many-ever' | null {
  if (ever >= ownLimits.ever) return 'too-many-ever'
  return inUse >= ownLimits.inUse ? 'too-many' : null
}
