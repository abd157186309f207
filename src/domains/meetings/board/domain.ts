import type { Database } from '#database/tables.ts'
import type { Domain } from '#platform/http/context.ts'
import { readMinutesOf } from '../minutes/index.ts'
import { boardDesk, waitingOfBoard } from './gathered.ts'
import { forgetOnBoard, readBoardDataOf } from './personal-queries.ts'
import { routes } from './routes.tsx'

/** The board at work: its calendar and agendas, its decisions, and the minutes of them. */
export const board: Domain<Database> = {
  name: 'board',
  routes,
  menu: [],
  desk: boardDesk,
  waiting: waitingOfBoard,
  personalData: async (db, personId) => ({
    board: await readBoardDataOf(db, personId),
    minutes: await readMinutesOf(db, personId),
  }),
  erase: forgetOnBoard,
}
