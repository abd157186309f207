import { association } from '#platform/association.ts'

const leaf = 'M24 23C15 19 14 9 24 2c10 7 9 17 0 21Z'

/** The program's own sign, four leaves round one centre, where the association has none. */
const leaves = [0, 90, 180, 270].map((turn) => ({ d: leaf, transform: `rotate(${turn} 24 24)` }))

const { logo, colours } = association
const size = logo?.size ?? 48
const paths = logo?.paths.map((d) => ({ d, transform: '' })) ?? leaves

/** The sign of the association. */
export function Mark() {
  return (
    <svg
      class="mark"
      viewBox={`0 0 ${size} ${size}`}
      width="48"
      height="48"
      aria-hidden="true"
      focusable="false"
    >
      {paths.map(({ d, transform }) => (
        <path key={d + transform} d={d} transform={transform || undefined} />
      ))}
    </svg>
  )
}

const fills = [colours?.main.light ?? '#0f7a5a', colours?.link.light ?? '#1b6ca8']

/** The same sign as an address for the browser's tab. */
export const markAddress = `data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}">${paths
    .map(
      ({ d, transform }, i) =>
        `<path fill="${fills[i % 2]}" d="${d}"${transform ? ` transform="${transform}"` : ''}/>`,
    )
    .join('')}</svg>`,
)}`
