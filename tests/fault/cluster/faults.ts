import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { fillDisk, whyNoMount } from './full-disk.ts'
import type { Kind } from './ledger.ts'
import { makeClockMovable, whyNoClock } from './moved-clock.ts'
import type { Site } from './site.ts'
import { slowDown, whyNoStrace } from './slow-disk.ts'

/** Something that goes wrong. */
export interface Fault {
  name: string
  /** Processes of the program that it ends itself; all others must live on. */
  ends?: 'web 1' | 'web 2' | 'worker'
  /** The only kind of work that it may refuse, and must. */
  refuses?: Kind
  /** Why it cannot be tried on this machine. */
  impossible?: () => string | undefined
  /** Lets it happen, and ends it. */
  happen(site: Site): Promise<void>
}

const seconds = (n: number) => pause(n * 1000)

/** Everything that is tried, in this order: the fail-over is last, since nothing stands by after it. */
export const faults: Fault[] = [
  { name: 'nothing', happen: () => seconds(5) },
  {
    name: 'web 1 killed',
    ends: 'web 1',
    happen: async (site) => site.webs[0]?.program.tell('SIGKILL'),
  },
  {
    name: 'web 2 killed',
    ends: 'web 2',
    happen: async (site) => site.webs[1]?.program.tell('SIGKILL'),
  },
  { name: 'worker killed', ends: 'worker', happen: async (site) => site.worker.program.tell('SIGKILL') },
  {
    name: 'lines cut, 20 times in 4 s',
    happen: async ({ balancer }) => {
      for (let times = 0; times < 20; times += 1) {
        balancer.cut()
        await pause(200)
      }
    },
  },
  { name: 'lines half open', happen: async ({ balancer }) => balancer.swallow() },
  {
    name: 'database restarted',
    happen: async ({ cluster }) => {
      await cluster.primary.stop()
      await cluster.primary.start()
    },
  },
  {
    name: 'database away for 15 s',
    happen: async ({ cluster }) => {
      await cluster.primary.stop()
      await seconds(15)
      await cluster.primary.start()
    },
  },
  {
    name: 'primary killed, started again',
    happen: async ({ cluster }) => {
      await cluster.primary.kill()
      await cluster.primary.start()
    },
  },
  {
    name: 'standby killed, back after 15 s',
    happen: async ({ cluster }) => {
      await cluster.standby.kill()
      await seconds(15)
      await cluster.standby.start()
    },
  },
  { name: 'disk slow: 0.3 s a sync', impossible: whyNoStrace, happen: (site) => slowDown(site, 10) },
  { name: 'disk full for 10 s', impossible: whyNoMount, happen: (site) => fillDisk(site, 10) },
  {
    name: 'clock of web 1 an hour ahead, then behind',
    ends: 'web 1',
    impossible: whyNoClock,
    happen: async (site) => {
      const clock = await makeClockMovable(site)
      await clock.move('+3600')
      await seconds(4)
      await clock.move('-3600')
      await seconds(4)
      await clock.move('+0')
    },
  },
  {
    name: 'mail server away for an hour',
    happen: async ({ post, truth }) => {
      await post.goAway()
      await seconds(8)
      await post.comeBack()
      // An hour passes for what waits.
      await sql`update mail set next_try_at = next_try_at - interval '1 hour'
        where sent_at is null and given_up_at is null`.execute(truth())
      await sql`notify mail`.execute(truth())
    },
  },
  {
    name: 'object store away for 15 s',
    refuses: 'upload',
    happen: async ({ store }) => {
      await store.away()
      await seconds(15)
      await store.back()
    },
  },
  { name: 'fail-over to the standby', happen: (site) => site.failOver() },
]
