import { z } from 'zod'

const colour = z.string().regex(/^#[0-9a-f]{6}$/, 'should be a colour like #0f5c46')

/** A colour in the light and in the dark scheme. */
const pair = z.strictObject({ light: colour, dark: colour })

/** The colours that an association chooses: the main one and that of links. */
export const coloursSchema = z.strictObject({ main: pair, link: pair })
export type Colours = z.output<typeof coloursSchema>

/** What text stands on, as tokens.css has it. */
const grounds = {
  light: ['#ffffff', '#faf9f5', '#eef3ee'],
  dark: ['#17231f', '#101a17', '#1d2c27'],
} as const

/** The least ratio between a text and its ground (WCAG 2.2, 1.4.3). */
const readable = 4.5

/** Every colour that cannot be read on its ground: its field, and the ratio that it has. */
export function unreadable(colours: Colours): { field: string[]; reason: string }[] {
  return (['main', 'link'] as const).flatMap((name) =>
    (['light', 'dark'] as const).flatMap((scheme) => {
      const chosen = colours[name][scheme]
      const [ground, ratio] = grounds[scheme]
        .map((each) => [each, contrast(chosen, each)] as const)
        .reduce((worst, each) => (each[1] < worst[1] ? each : worst))
      if (ratio >= readable) return []
      const had = (Math.floor(ratio * 10) / 10).toFixed(1)
      return [
        {
          field: ['colours', name, scheme],
          reason: `${chosen} has ${had}:1 on the ground ${ground}, and text needs ${readable}:1`,
        },
      ]
    }),
  )
}

/** WCAG 2.2, "contrast ratio". */
export function contrast(a: string, b: string): number {
  const [dim = 0, bright = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (bright + 0.05) / (dim + 0.05)
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = channels(hex).map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The association's colours as a stylesheet; what is not named here stays as the design has it. */
export function stylesheetOf({ main, link }: Colours): string {
  const light = rules(main.light, link.light, '#000000')
  const dark = rules(main.dark, link.dark, '#ffffff')
  return `:root{${light}}\n@media screen and (prefers-color-scheme:dark){:root{${dark}}}\n`
}

/** Strong is the same colour further from the ground, for what is pressed or pointed at. */
function rules(main: string, link: string, away: string): string {
  const strong = mixed(main, away, 0.25)
  const onMain = contrast('#ffffff', main) >= contrast('#101a17', main) ? '#ffffff' : '#101a17'
  const values: Record<string, string> = {
    '--eko-brand': main,
    '--eko-brand-strong': strong,
    '--eko-on-brand': onMain,
    '--eko-mine': main,
    '--eko-link': link,
    '--ds-color-spruce-base-default': main,
    '--ds-color-spruce-base-hover': strong,
    '--ds-color-spruce-base-active': mixed(main, away, 0.4),
    '--ds-color-spruce-base-contrast-default': onMain,
    '--ds-color-spruce-border-default': main,
    '--ds-color-spruce-border-strong': strong,
    '--ds-color-spruce-text-subtle': main,
    '--ds-color-lake-text-subtle': link,
    '--ds-color-lake-border-strong': link,
  }
  return Object.entries(values)
    .map(([name, value]) => `${name}:${value}`)
    .join(';')
}

function mixed(colour: string, other: string, share: number): string {
  const others = channels(other)
  return `#${channels(colour)
    .map((value, at) => Math.round(value * (1 - share) + (others[at] ?? 0) * share))
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')}`
}

function channels(hex: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
}
