import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { open } from '#domains/accounts/index.ts'
import { isMember, organisationDirectory, populationIn, searchOrganisations } from '#domains/members/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { page } from '#ui/page.tsx'
import { wholeNumber } from './money.ts'
import { type Chosen, JoinPage } from './pages/join.tsx'
import { feePaths } from './paths.ts'
import { type FeeSchedule, feeOf, mostInhabitants } from './rules/fee.ts'
import { listSchedules } from './schedule-queries.ts'
import { textsOf } from './texts.ts'

/** How to become a member, and what it costs. */
export const joinRoutes = new Hono<AppEnv<Database>>()

joinRoutes.get(feePaths.join, open(), async (c) => {
  const { locale: l, db, remember, today } = c.var
  const [directory, { schedules }] = await Promise.all([
    organisationDirectory(db, remember),
    remember('fee schedules', async () => ({ schedules: await listSchedules(db) })),
  ])
  const t = textsOf(l).join
  const schedule = scheduleOn(schedules, today)
  const typed = {
    organisation: (c.req.query('organisation') ?? '').trim().slice(0, 100),
    inhabitants: (c.req.query('invanare') ?? '').trim().slice(0, 20),
  }
  const found = searchOrganisations(directory, typed.organisation)
  const only = found.length === 1 ? found[0] : undefined
  const population = only && schedule && populationIn(only, schedule.populationYear)
  const chosen: Chosen | undefined =
    only && population
      ? {
          code: only.code,
          name: only.name,
          kind: only.kind,
          inhabitants: population.inhabitants,
          populationYear: population.year,
          member: isMember(only, today),
        }
      : undefined
  const tried = wholeNumber('wrong', { min: 0, max: mostInhabitants }).safeParse(typed.inhabitants)
  const errors = {
    ...(typed.organisation && found.length === 0 ? { organisation: t.unknown(typed.organisation) } : {}),
    ...(typed.inhabitants && !tried.success ? { invanare: t.populationWrong } : {}),
  }
  return page(
    c,
    { title: t.title, description: t.lead },
    <JoinPage
      l={l}
      schedule={schedule}
      names={directory.all.map(({ name }) => name)}
      typed={{ ...typed, organisation: only?.name ?? typed.organisation }}
      errors={errors}
      candidates={found.length > 1 ? found.slice(0, 12) : []}
      chosen={chosen}
      tried={tried.success && schedule ? feeOf(schedule, 'municipality', tried.data) : undefined}
    />,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
})

/** The schedule of this year; else the newest one before it, else the first one to come. */
export function scheduleOn(schedules: FeeSchedule[], today: string): FeeSchedule | undefined {
  const year = Number(today.slice(0, 4))
  return schedules.find((schedule) => schedule.year <= year) ?? schedules.at(-1)
}
