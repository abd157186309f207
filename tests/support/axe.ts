import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { keepSpeakers, styledAttributes } from './speakers.ts'

let script: string | undefined

/** The rules whose verdict the colours decide, which are what axe takes longest over. */
const ofColour = ['color-contrast', 'link-in-text-block']

interface Known {
  /** What the style sheets tell elements by. */
  attributes: string[]
  /** What was found well coloured: kinds of elements, as `speakers.ts` names them, with theme and width. */
  wellColoured: Set<string>
}

const knownIn = new WeakMap<Browser, Known>()

/**
 * What axe finds wrong with the page as it stands, a line for each fault. Colours are looked at where the page has
 * something of a kind that this browser has not shown well coloured before: what stands in the same classes has the
 * same colours, on whichever page, since no page styles an element of its own.
 */
export async function faultsOf(page: Page): Promise<string[]> {
  await ensureAxe(page)
  const rules = Object.fromEntries(ofColour.map((rule) => [rule, { enabled: false }]))
  return [...(await askAxe(page, 'document', { rules })), ...(await faultsOfColour(page))]
}

/** What axe finds wrong in either theme; the theme changes colours and nothing else. */
export async function faultsInBothThemes(page: Page): Promise<Record<'light' | 'dark', string[]>> {
  await page.emulateMedia({ colorScheme: 'light' })
  const light = await faultsOf(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  return { light, dark: await faultsOfColour(page) }
}

export const noFaults: Awaited<ReturnType<typeof faultsInBothThemes>> = { light: [], dark: [] }

async function faultsOfColour(page: Page): Promise<string[]> {
  const { attributes, wellColoured } = await knownOn(page)
  const { look, kinds } = await page.evaluate(keepSpeakers, attributes)
  const fresh = kinds.filter((kind) => !wellColoured.has(`${look} ${kind}`))
  if (fresh.length === 0) return []
  const those = `{ include: ${JSON.stringify(fresh)}.flatMap((kind) => window.speakers.get(kind)) }`
  const faults = await askAxe(page, those, { runOnly: ofColour })
  if (faults.length === 0) for (const kind of fresh) wellColoured.add(`${look} ${kind}`)
  return faults
}

async function knownOn(page: Page): Promise<Known> {
  const browser = page.context().browser()
  if (!browser) throw new Error('The page has no browser.')
  const known = knownIn.get(browser) ?? {
    attributes: await page.evaluate(styledAttributes),
    wellColoured: new Set(),
  }
  knownIn.set(browser, known)
  return known
}

async function ensureAxe(page: Page): Promise<void> {
  script ??= await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  // Evaluated rather than added as a script element, which the page's own policy rightly refuses.
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(script)
}

async function askAxe(page: Page, context: string, asked: object): Promise<string[]> {
  // No rule that runs reads the style sheets as text, which axe would gather otherwise.
  const options = { resultTypes: ['violations'], preload: { assets: ['media'] }, ...asked }
  const { violations } = await page.evaluate<Pick<AxeResults, 'violations'>>(
    `axe.run(${context}, ${JSON.stringify(options)}).then(({ violations }) => ({ violations }))`,
  )
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  )
}
