import { setTimeout as pause } from 'node:timers/promises'
import { expect, inject, onTestFinished, test, vi } from 'vitest'
import { Ledger } from './ledger.ts'
import { prepare } from './prepare.ts'
import { openSite } from './site.ts'
import { lookAtTheEnd, tryOut } from './trial.ts'
import { letIn } from './visitors.ts'

// Some 35 seconds on a quiet machine.
vi.setConfig({ testTimeout: 300_000 })

test('Cut lines and a fail-over to the standby lose nothing that was acknowledged, double nothing, and pass by themselves', async () => {
  const site = await openSite(inject('loadedFolder'))
  onTestFinished(() => site.close(), 60_000)
  const prepared = await prepare(site.truth(), 2)
  const ledger = new Ledger()
  const visitors = letIn(site, ledger, prepared)

  const cut = await tryOut(site, ledger, prepared, {
    name: 'lines cut',
    happen: async ({ balancer }) => {
      for (let times = 0; times < 8; times += 1) {
        balancer.cut()
        await pause(150)
      }
    },
  })
  expect(cut).toMatchObject({ lost: [], doubled: [], wrong: [] })

  const failOver = await tryOut(site, ledger, prepared, { name: 'fail-over', happen: () => site.failOver() })
  expect(failOver).toMatchObject({ lost: [], doubled: [], wrong: [] })
  expect(failOver.healMs).toBeLessThan(30_000)

  await visitors.goHome()
  expect(await lookAtTheEnd(site, ledger, prepared)).toMatchObject({ lost: [], doubled: [] })
  expect(ledger.takeTally().wrong).toEqual([])
  for (const names of Object.values(ledger.acknowledged)) expect(names.size).toBeGreaterThan(2)
})
