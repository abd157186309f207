declare global {
  interface Window {
    /** The first two elements of each kind on the page. */
    speakers?: Map<string, Element[]>
  }
}

/** Runs in the page: the attributes that its style sheets look at. */
export function styledAttributes(): string[] {
  const rules = [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules])
  const named = rules.flatMap(({ cssText }) => [...cssText.matchAll(/\[([a-z-]+)/g)])
  return [...new Set(['class', ...named.map(([, name = '']) => name)])]
}

/**
 * Runs in the page: finds the elements that show words, keeps the first two of each kind in `window.speakers`, and
 * gives back the kinds, with the look that colours depend on besides: theme and width. The kind of an element is
 * everything that the style sheets tell it by, from the root down: its name and state, `attributes`, whether it is the
 * first or last of its siblings, and what it stands right behind.
 */
export function keepSpeakers(attributes: string[]): { look: string; kinds: string[] } {
  const told = (element: Element, name: string): string => {
    const value = element.getAttribute(name)
    if (value === null) return ''
    if (name === 'href') return value.startsWith('http') ? ' outwards' : ''
    return name === 'aria-label' ? ' labelled' : ` ${name}=${value}`
  }
  const selfOf = (element: Element): string => {
    const state = [':disabled', ':checked', ':has(:checked)', ':invalid'].filter((is) => element.matches(is))
    return element.localName + attributes.map((name) => told(element, name)).join('') + state.join('')
  }
  const paths = new Map<Element, string>()
  const pathOf = (element: Element): string => {
    const known = paths.get(element)
    if (known !== undefined) return known
    const { parentElement: parent, previousElementSibling: before, nextElementSibling: after } = element
    const place = `${before ? `+${before.localName}.${before.className}` : '^'}${after ? '' : '$'}`
    const path = `${parent ? pathOf(parent) : ''}>${selfOf(element)}${place}`
    paths.set(element, path)
    return path
  }
  const speaks = (element: Element) =>
    element.matches('a, input, select, textarea') ||
    [...element.childNodes].some(({ nodeType, nodeValue }) => nodeType === 3 && nodeValue?.trim())
  const speakers = new Map<string, Element[]>()
  for (const element of document.body.querySelectorAll('*')) {
    if (!speaks(element)) continue
    const kind = pathOf(element)
    const alike = speakers.get(kind) ?? []
    if (alike.length < 2) speakers.set(kind, [...alike, element])
  }
  window.speakers = speakers
  const dark = matchMedia('(prefers-color-scheme: dark)').matches
  const contrast = matchMedia('(forced-colors: active), (prefers-contrast: more)').matches
  return { look: `${dark} ${contrast} ${innerWidth}`, kinds: [...speakers.keys()] }
}
