import { setTimeout as pause } from 'node:timers/promises'
import { expect, inject, onTestFinished, test } from 'vitest'
import { startBalancer } from '../../tests/fault/cluster/proxy.ts'
import { onServer } from '../../tests/support/global-setup.ts'
import { openLine } from './open-line.ts'

test('A line that breaks again and again is mended, says so meanwhile, and then hears everything once', async () => {
  const server = inject('server')
  if ('connectionString' in server) throw new Error('This test needs a server of its own.')
  const balancer = await startBalancer(server.port)
  const heard: string[] = []
  let opened = 0
  const line = await openLine({ ...server, port: balancer.port }, ['line_of_a_test'], {
    heard: (_channel, payload) => heard.push(payload),
    opened: () => {
      opened += 1
    },
  })
  onTestFinished(async () => {
    await line.close()
    await balancer.close()
  })
  for (let times = 0; times < 3; times += 1) {
    balancer.cut()
    await expect.poll(() => line.isOpen(), { interval: 5 }).toBe(false)
    await expect.poll(() => line.isOpen()).toBe(true)
  }
  expect(opened).toBe(4)
  await onServer(server, `notify line_of_a_test, 'something'`)
  await expect.poll(() => heard.length).toBeGreaterThan(0)
  await pause(200)
  expect(heard).toEqual(['something'])
}, 30_000)
