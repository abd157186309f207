import type { ComponentChildren } from 'preact'

export interface Definition {
  term: string
  meaning: ComponentChildren
}

/** Facts in two columns: what, and how it is. */
export function DefinitionList({ items }: { items: Definition[] }) {
  return (
    <dl class="definitions">
      {items.map(({ term, meaning }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  )
}
