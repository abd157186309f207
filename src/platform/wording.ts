/** What an association calls by another name than the interface does: `{ region: 'county', Sweden: 'Wisconsin' }`. */
export type Wording = Record<string, string>

const escaped = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/**
 * Says texts in an association's own words. Whole words only, the longest first; one with a capital is put in with
 * one where the interface begins a sentence with it. What a text is given, names and numbers, is left as it is.
 */
export function createWording(wording: Wording): <T>(texts: T) => T {
  const words = Object.keys(wording).sort((a, b) => b.length - a.length)
  if (words.length === 0) return (texts) => texts
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
  const known = new Map(
    words.flatMap((word) => [
      [capital(word), capital(wording[word] ?? '')],
      [word, wording[word] ?? ''],
    ]),
  )
  const alternatives = [...known.keys()].sort((a, b) => b.length - a.length).map(escaped)
  const whole = `(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`
  const usual = new RegExp(whole, 'gu')
  const say = (text: string, given: string[] = []) => {
    const pattern = given.length === 0 ? usual : new RegExp([...given.map(escaped), whole].join('|'), 'gu')
    return text.replace(pattern, (found) => (given.includes(found) ? found : (known.get(found) ?? found)))
  }
  const said = new WeakMap<object, unknown>()
  const tell = (value: unknown): unknown => {
    if (typeof value === 'string') return say(value)
    if (typeof value !== 'object' && typeof value !== 'function') return value
    if (value === null) return value
    const before = said.get(value)
    if (before !== undefined) return before
    const now = told(value)
    said.set(value, now)
    return now
  }
  const told = (value: object): unknown => {
    if (typeof value === 'function') return functionIn(value, say, tell)
    if (Array.isArray(value)) return value.map(tell)
    if (Object.getPrototypeOf(value) !== Object.prototype) return value
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, tell(each)]))
  }
  // The shape stays: text for text, function for function. TypeScript cannot follow that through.
  return <T>(texts: T) => tell(texts) as T
}

/** A text with places to fill: what it is filled with is not changed. */
function functionIn(
  text: object,
  say: (text: string, given: string[]) => string,
  tell: (value: unknown) => unknown,
): unknown {
  return (...given: unknown[]) => {
    const result: unknown = Reflect.apply(text as (...all: unknown[]) => unknown, undefined, given)
    if (typeof result !== 'string') return tell(result)
    return say(
      result,
      given.filter((each): each is string => typeof each === 'string' && /\p{L}{2}/u.test(each)),
    )
  }
}
