import type { ComponentChildren } from 'preact'

export interface StatTileProps {
  /** What the number is. */
  label: ComponentChildren
  /** Already written in the page's language. */
  value: ComponentChildren
  unit?: string
  /** The number in its context: "lägre än 7 av 10 liknande kommuner". */
  meaning?: ComponentChildren
}

/** A number with its unit and its meaning. */
export function StatTile({ label, value, unit, meaning }: StatTileProps) {
  return (
    <div class="stat">
      <p class="stat__label">{label}</p>
      <p class="stat__value">
        {value}
        {unit && <span class="stat__unit"> {unit}</span>}
      </p>
      {meaning && <p class="stat__meaning">{meaning}</p>}
    </div>
  )
}

/** Numbers side by side; `long` ones, such as sums of money, get more room each. */
export function Stats({ children, long = false }: { children: ComponentChildren; long?: boolean }) {
  return <div class={long ? 'stats stats--long' : 'stats'}>{children}</div>
}
