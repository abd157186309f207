import { localeOf } from '#platform/i18n.ts'
import { readNumber } from '#platform/read-number.ts'
import { type Expectation, quotient, type Warning, warningsOf } from '../rules/checks.ts'

/** What a form of an answer tells its script: what is expected, and the words for what is not. */
export interface CheckData {
  expectation: Expectation
  language: 'sv' | 'en'
  decimals: number
  unit: string
  words: {
    computed: string
    warnings: Record<Warning, string>
    comment: string
  }
}

/** What can be said of an answer while it is typed. */
export interface Remark {
  value: number | null
  text: string
}

/** How long somebody must pause before anything is said, in milliseconds. */
const pause = 700

/** Says what is odd about an answer, and what two parts make, while they are typed. */
export function enhanceAnswers(root: ParentNode): void {
  for (const form of root.querySelectorAll<HTMLFormElement>('form[data-check]')) {
    const status = form.querySelector('[data-check-says]')
    if (!status) continue
    const data: CheckData = JSON.parse(form.dataset.check ?? '')
    let waiting: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      const typed = (name: string) => String(new FormData(form).get(name) ?? '')
      const { value, text } = remarkOn(data, typed)
      moveMark(root, value)
      if (status.textContent !== text) status.textContent = text
    }
    form.addEventListener('input', () => {
      clearTimeout(waiting)
      waiting = setTimeout(look, pause)
    })
    look()
  }
}

/** What to say of what is typed: nothing as long as it cannot be read, the server tells that when it is sent. */
export function remarkOn(data: CheckData, typed: (name: string) => string): Remark {
  const { expectation, words } = data
  const number = (name: string) => {
    const read = readNumber(typed(name))
    return 'value' in read ? read.value : null
  }
  const [numerator, denominator] = [number('taljare'), number('namnare')]
  const computed =
    numerator !== null && denominator !== null && denominator !== 0
      ? quotient(numerator, denominator, expectation.percent)
      : null
  const value = typed('saknas') === '' ? (number('varde') ?? computed) : null
  if (value === null) return { value, text: '' }
  const warnings = warningsOf(value, expectation).map((warning) => words.warnings[warning])
  const isAsked = warnings.length > 0 && typed('kommentar').trim() === ''
  const { number: write } = localeOf(data.language)
  const sum =
    computed === null ? [] : [`${words.computed} ${write(computed, data.decimals)}\u00a0${data.unit}.`]
  return { value, text: [...sum, ...warnings, ...(isAsked ? [words.comment] : [])].join(' ') }
}

/** Moves my mark in the picture of everyone. */
function moveMark(root: ParentNode, value: number | null): void {
  const strip = root.querySelector<SVGElement>('.spread-strip')
  const mark = strip?.querySelector('.c-mine-mark')
  if (!strip || !mark || value === null) return
  const [low = 0, high = 1, from = 0, to = 0] = ['low', 'high', 'from', 'to'].map((name) =>
    Number(strip.dataset[name]),
  )
  const share = high === low ? 0 : Math.min(Math.max((value - low) / (high - low), 0), 1)
  mark.setAttribute('cx', String(Math.round(from + share * (to - from))))
  mark.classList.remove('c-mine-mark--none')
}
