import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const [light = '', dark = ''] = css.split('prefers-color-scheme: dark')
const schemes = { light: colours(light), dark: { ...colours(light), ...colours(dark) } }

const grounds = ['surface', 'background', 'tint']
const texts = ['text', 'text-subtle', 'link', 'brand', 'right', 'wrong', 'unchanged']
const texted: [string, string][] = [
  ...grounds.flatMap((ground) => texts.map((text): [string, string] => [text, ground])),
  ['on-brand', 'brand'],
  ['on-brand', 'brand-strong'],
  ['right', 'right-tint'],
  ['wrong', 'wrong-tint'],
  ['unchanged', 'unchanged-tint'],
  ['text', 'right-tint'],
  ['link', 'right-tint'],
  ['text', 'unchanged-tint'],
  ['made-up', 'made-up-tint'],
  ...[0, 1, 2, 3, 4].map((level): [string, string] => [`on-level-${level}`, `level-${level}`]),
]
const lines = ['mine', 'with-1', 'with-2', 'with-3', 'with-4', 'group', 'target', 'border-strong', 'focus']

describe.each(Object.entries(schemes))('the colours of the %s scheme', (_, scheme) => {
  test.each(texted)('%s can be read on %s (4.5:1)', (text, ground) => {
    expect(contrast(scheme[text], scheme[ground])).toBeGreaterThanOrEqual(4.5)
  })

  test.each(lines)('the line %s is seen on every ground (3:1)', (line) => {
    for (const ground of grounds) expect(contrast(scheme[line], scheme[ground])).toBeGreaterThanOrEqual(3)
  })

  test('the classes of a map differ in grey', () => {
    for (const level of [0, 1, 2, 3]) {
      expect(contrast(scheme[`level-${level}`], scheme[`level-${level + 1}`])).toBeGreaterThanOrEqual(1.35)
    }
  })
})

function colours(part: string): Record<string, string> {
  return Object.fromEntries(
    [...part.matchAll(/--eko-([\w-]+): (#[0-9a-f]{3,6});/g)].map(([, name, hex]) => [name, hex]),
  )
}

/** WCAG 2.2, "contrast ratio". */
function contrast(a: string | undefined, b: string | undefined): number {
  const [dim = 0, bright = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (bright + 0.05) / (dim + 0.05)
}

function luminance(hex: string | undefined): number {
  if (!hex) throw new Error('A colour is missing in tokens.css')
  const full = hex.length === 4 ? hex.replace(/[0-9a-f]/g, '$&$&') : hex
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(full.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
