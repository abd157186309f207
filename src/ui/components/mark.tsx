const leaf = 'M24 23C15 19 14 9 24 2c10 7 9 17 0 21Z'
const turns = [0, 90, 180, 270]

/** The sign of the site: four leaves round one centre, one for each sustainability criterion. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true" focusable="false">
      {turns.map((turn) => (
        <path key={turn} d={leaf} transform={`rotate(${turn} 24 24)`} />
      ))}
    </svg>
  )
}

/** The same sign as an address for the browser's tab. */
export const markAddress = `data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48">${turns
    .map(
      (turn, i) =>
        `<path fill="${i % 2 ? '#1b6ca8' : '#0f7a5a'}" d="${leaf}" transform="rotate(${turn} 24 24)"/>`,
    )
    .join('')}</svg>`,
)}`
