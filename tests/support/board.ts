import type { Kysely } from 'kysely'
import type { Database } from '../../src/database/tables.ts'
import { listBoard } from '../../src/domains/meetings/board/queries.ts'
import type { testApp } from './app.ts'
import { get, post } from './login.ts'

type App = ReturnType<typeof testApp>

/** Who logs in as `styrelseledamot`. */
const adjuster = 'Lars-Göran Ek'

/** The board of the demonstration by role: the chair first, then who approves the minutes, then the other members. */
export async function boardOf(db: Kysely<Database>, day = '2026-11-23') {
  const board = await listBoard(db, day)
  const sorted = board.toSorted((a, b) => Number(b.name === adjuster) - Number(a.name === adjuster))
  const idsOf = (role: string) =>
    sorted.filter((one) => one.role === role).map(({ personId }) => String(personId))
  return {
    voters: [...idsOf('board-chair'), ...idsOf('board-member')],
    substitutes: idsOf('board-substitute'),
    office: idsOf('secretariat'),
    nameOf: (id: string | undefined) => board.find(({ personId }) => String(personId) === id)?.name ?? '',
  }
}

/** Adds a meeting today and gives its address. */
export async function planMeeting(app: App, cookie: string, heldOn = '2026-11-23'): Promise<string> {
  const added = await post(app, '/styrelse/moten', { heldOn, from: '10:00', title: 'Extra' }, cookie)
  const path = added.headers.get('location')?.split('?')[0]
  if (!path) throw new Error(`No meeting: ${added.status}`)
  return path
}

/** Puts business on the agenda and gives the address of its item. */
export async function putOnAgenda(
  app: App,
  cookie: string,
  path: string,
  business: { kind: string; id: string },
): Promise<string> {
  const put = await post(app, `${path}/satt-upp`, business, cookie)
  if (put.status !== 303) throw new Error(`Not put on the agenda: ${put.status} ${await put.text()}`)
  const html = await (await get(app, path, cookie)).text()
  const item = [...html.matchAll(/\/arenden\/(\d+)"/g)].at(-1)?.[1]
  return `${path}/arenden/${item}`
}

/** Calls a meeting that all have agreed to, opens it, and notes that the whole board is there. */
export async function openMeeting(
  app: App,
  db: Kysely<Database>,
  cookie: string,
  path: string,
): Promise<void> {
  const { voters } = await boardOf(db)
  const steps: [string, Record<string, string | string[]>][] = [
    ['kallelse', { agreed: '1' }],
    ['oppna', {}],
    ['narvaro', { narvarande: voters, ordforande: voters[0] ?? '', justerare: [voters[1] ?? ''] }],
  ]
  for (const [step, fields] of steps) {
    const done = await post(app, `${path}/${step}`, fields, cookie)
    if (done.status !== 303) throw new Error(`${step}: ${done.status} ${await done.text()}`)
  }
}
