/** About so many steps are kept of an order, however long it is. */
export const stepCount = 256

/** Some of the values in order, lowest first and each once, and how many values are lower than each. */
export interface Steps {
  values: number[]
  below: number[]
}

/** One step: a value, and how many of all are lower. */
export interface Step {
  value: number
  below: number
}

/** The steps of values that are in order already, lowest first. The lowest and the highest are always among them. */
export function stepsOf(sorted: number[]): Steps {
  const stride = Math.max(1, Math.floor(sorted.length / stepCount))
  const steps: Steps = { values: [], below: [] }
  let below = 0
  for (const [index, value] of sorted.entries()) {
    if (value !== sorted[index - 1]) below = index
    const wanted = index % stride === 0 || index === sorted.length - 1
    if (!wanted || steps.values.at(-1) === value) continue
    steps.values.push(value)
    steps.below.push(below)
  }
  return steps
}

/** The nearest steps at or under a value, and over it; null where there is none. */
export function stepsAround(steps: Steps, value: number): { under: Step | null; over: Step | null } {
  const at = firstAfter(steps.values, value)
  return { under: stepAt(steps, at - 1), over: stepAt(steps, at) }
}

/** The last step that has at most so many values below it: where to begin to count for a place in the order. */
export function stepAtPosition(steps: Steps, position: number): Step | null {
  return stepAt(steps, firstAfter(steps.below, position) - 1)
}

/** About how many values are lower than this one, by straight lines between the steps. */
export function aboutBelow(steps: Steps, value: number, count: number): number {
  const { under, over } = stepsAround(steps, value)
  if (!under) return 0
  if (!over) return value > under.value ? count : under.below
  return under.below + ((over.below - under.below) * (value - under.value)) / (over.value - under.value)
}

function firstAfter(sorted: number[], value: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) <= value) low = middle + 1
    else high = middle
  }
  return low
}

function stepAt({ values, below }: Steps, index: number): Step | null {
  const [value, lower] = [values[index], below[index]]
  return value === undefined || lower === undefined ? null : { value, below: lower }
}
