import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

let script: string | undefined

/** The rules whose verdict the theme decides: it changes colours and nothing else. */
const ofColour = ['color-contrast', 'link-in-text-block']

/** In a table or a list of more, those that follow are coloured by the same classes. */
const firstRowsOnly = { exclude: [['tr:nth-child(n+21)'], ['li:nth-child(n+21)']] }

interface Asked {
  /** These rules; every one of them when it is left out. */
  runOnly?: string[]
  rules?: Record<string, { enabled: boolean }>
  context?: { exclude: string[][] }
}

/** What axe finds wrong with the page as it stands, a line for each fault. */
export async function faultsOf(page: Page, { context, ...asked }: Asked = {}): Promise<string[]> {
  script ??= await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  // Evaluated rather than added as a script element, which the page's own policy rightly refuses.
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(script)
  // No rule that runs reads the style sheets as text, which axe would gather otherwise.
  const options = { resultTypes: ['violations'], preload: { assets: ['media'] }, ...asked }
  const { violations } = await page.evaluate<Pick<AxeResults, 'violations'>>(
    `axe.run(${context ? JSON.stringify(context) : 'document'}, ${JSON.stringify(options)})`,
  )
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  )
}

/**
 * What axe finds wrong in either theme: everything in the light one, then what the colours of the dark one decide. The
 * English twin of a page has its colours, so there only what words can break is looked at.
 */
export async function faultsInBothThemes(page: Page): Promise<Record<'light' | 'dark', string[]>> {
  await page.emulateMedia({ colorScheme: 'light' })
  if (/^\/en(\/|$)/.test(new URL(page.url()).pathname)) {
    const rules = Object.fromEntries(ofColour.map((rule) => [rule, { enabled: false }]))
    return { light: await faultsOf(page, { rules }), dark: [] }
  }
  const light = await faultsOf(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await faultsOf(page, { runOnly: ofColour, context: firstRowsOnly })
  return { light, dark }
}

export const noFaults: Awaited<ReturnType<typeof faultsInBothThemes>> = { light: [], dark: [] }
