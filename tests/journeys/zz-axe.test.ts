import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test } from 'vitest'
import { visitSite } from '../support/browser.ts'
const script = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.js'), 'utf8')
test('time', async () => {
    const visit = await visitSite()
    const page = await visit.page()
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Profiler.enable')
    for (const path of ['/kommuner', '/kommuner/1382', '/nyckeltal/1b?kommun=1382&med=1283,1490', '/oppna-data', '/om']) {
      await page.goto(path)
      await cdp.send('Profiler.setSamplingInterval', { interval: 500 })
      await cdp.send('Profiler.start')
      await page.evaluate(script)
      await page.evaluate(`axe.run(document, ${JSON.stringify({ resultTypes: ['violations'], preload: { assets: ['media'] }, rules: { 'color-contrast': { enabled: false }, 'link-in-text-block': { enabled: false } } })}).then(() => 1)`)
      const { profile } = await cdp.send('Profiler.stop')
      const byId = new Map(profile.nodes.map((n) => [n.id, n]))
      const parent = new Map<number, number>()
      for (const n of profile.nodes) for (const c of n.children ?? []) parent.set(c, n.id)
      const self = new Map<string, number>(), total = new Map<string, number>()
      let all = 0
      profile.samples!.forEach((id, i) => {
        const d = profile.timeDeltas![i]! / 1000
        all += d
        const n = byId.get(id)!
        const nm = (x: typeof n) => x.callFrame.functionName + ':' + x.callFrame.lineNumber
        self.set(nm(n), (self.get(nm(n)) ?? 0) + d)
        const seen = new Set<string>()
        for (let at: number | undefined = id; at !== undefined; at = parent.get(at)) { const k = nm(byId.get(at)!); if (!seen.has(k)) { seen.add(k); total.set(k, (total.get(k) ?? 0) + d) } }
      })
      const top = (m: Map<string, number>) => [...m].sort((a, b) => b[1] - a[1]).slice(0, 45).map(([k, v]) => `${k} ${Math.round(v)}`).join(', ')
      console.log(path, Math.round(all), '\nSELF', top(self), '\nTOTAL', top(total))
    }
    await visit.close()
}, 400000)
