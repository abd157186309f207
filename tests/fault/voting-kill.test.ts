import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { closeRound, openBallot } from '../../src/domains/meetings/voting/actions.ts'
import { listPapers } from '../../src/domains/meetings/voting/published-queries.ts'
import { createSecrets } from '../../src/platform/secrets.ts'
import { connectionStringOf } from '../support/connection-string.ts'
import { loadedDatabase } from '../support/database.ts'
import { openHall } from '../support/hall.ts'

vi.setConfig({ testTimeout: 180_000 })

test('voting that is killed again and again loses no vote that was answered, and counts none twice', async () => {
  const database = await loadedDatabase()
  const { db } = database
  try {
    const { meetingId, itemId, entries } = await openHall(db, { year: 2050, votes: 300 })
    const chair = {
      db,
      secrets: createSecrets('a secret of the tests, long enough'),
      actor: { personId: entries[0]?.personId ?? 0, name: 'Ordföranden' },
      now: new Date('2026-11-23T12:00:00Z'),
    }
    const ballot = await openBallot(chair, meetingId, {
      itemId,
      kind: 'alternatives',
      secret: true,
      question: 'Vilket förslag?',
      majority: 'majority',
      seats: null,
      options: [
        { label: 'Styrelsens', names: [] },
        { label: 'Motionens', names: [] },
      ],
      madeUp: true,
    })
    const { rows } = await sql<{ id: number }>`select max(id) as id from ballot_round`.execute(db)
    const round = rows[0]?.id ?? 0
    const answered: string[] = []
    const start = (): ChildProcess => {
      const child = spawn(resolve('node_modules/node/bin/node'), ['tests/fault/voting-process.ts'], {
        env: {
          ...process.env,
          DATABASE_URL: connectionStringOf(database.connection),
          MEETING: String(meetingId),
          BALLOT: String(ballot),
          ROUND: String(round),
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      child.stdout?.on('data', (said: Buffer) =>
        answered.push(...said.toString().split('\n').filter(Boolean)),
      )
      return child
    }
    for (const enough of [10, 60, 120, 200]) {
      const worker = start()
      const ended = once(worker, 'close')
      while (worker.exitCode === null && answered.length < enough) await pause(2)
      worker.kill('SIGKILL')
      await ended
    }
    const last = start()
    expect((await once(last, 'close'))[0]).toBe(0)

    await closeRound(chair, { id: ballot ?? 0, secret: true })
    const papers = await listPapers(db, round)
    expect(papers).toHaveLength(entries.length)
    const counted = new Set(papers.map(({ code, choice }) => `${code} ${choice.join()}`))
    expect(answered.filter((one) => !counted.has(one))).toEqual([])
    // At most the four that were on their way at each kill were stored without being answered.
    expect(answered.length).toBeGreaterThan(entries.length - 20)
  } finally {
    await database.drop()
  }
})
