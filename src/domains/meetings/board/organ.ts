import type { MinutesOrgan } from '../minutes/index.ts'
import { composeMinutes } from './compose.ts'
import { meetingOf } from './meeting-of.ts'
import { boardPaths } from './paths.ts'
import { textsOf } from './texts.ts'

/** The board's minutes: who reads the draft, how they are composed. */
export const boardMinutes: MinutesOrgan = {
  pattern: boardPaths.minutes(':meeting'),
  path: ({ id }) => boardPaths.minutes(id),
  placeAround: ({ id, heldOn }, l, inside) => {
    const t = textsOf(l)
    return inside
      ? { href: boardPaths.meeting(id), label: t.nameOf(l.date(heldOn)) }
      : { href: boardPaths.decisions, label: t.decisions.title }
  },
  meetingOf,
  readsDraft: 'board.read',
  adjusters: 'board_adjusters',
  nameOf: ({ heldOn }, l) => textsOf(l).nameOf(l.date(heldOn)),
  compose: composeMinutes,
}
