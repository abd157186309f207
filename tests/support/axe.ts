import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

let script: string | undefined

/** The rules whose verdict the theme decides: it changes colours and nothing else. */
const ofColour = ['color-contrast', 'link-in-text-block']

/** What axe finds wrong with the page as it stands, a line for each fault. */
export async function faultsOf(page: Page, rules?: string[]): Promise<string[]> {
  script ??= await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  // Evaluated rather than added as a script element, which the page's own policy rightly refuses.
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(script)
  const asked = JSON.stringify({ resultTypes: ['violations'], ...(rules ? { runOnly: rules } : {}) })
  const { violations } = await page.evaluate<Pick<AxeResults, 'violations'>>(`axe.run(document, ${asked})`)
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  )
}

/** What axe finds wrong in either theme: everything in the light one, then what the colours of the dark one decide. */
export async function faultsInBothThemes(page: Page): Promise<Record<'light' | 'dark', string[]>> {
  await page.emulateMedia({ colorScheme: 'light' })
  const light = await faultsOf(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await faultsOf(page, ofColour)
  return { light, dark }
}

export const noFaults: Awaited<ReturnType<typeof faultsInBothThemes>> = { light: [], dark: [] }
