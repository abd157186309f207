export interface TrendWordProps {
  word: 'right' | 'wrong' | 'unchanged' | 'too-few'
  /** The word in the page's language: "rätt håll". */
  label: string
  /** For the head of a page. */
  large?: boolean
}

/** The verdict on a trend. Each word has a sign of its own shape, so that nothing hangs on the colour. */
export function TrendWord({ word, label, large = false }: TrendWordProps) {
  return (
    <span class={`trend trend--${word}${large ? ' trend--large' : ''}`}>
      <TrendSign word={word} />
      {label}
    </span>
  )
}

/** Full disc with a tick, diamond with an arrow that turns back, bar with two lines, ring of dots. */
export function TrendSign({ word }: Pick<TrendWordProps, 'word'>) {
  return (
    <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      {word === 'right' && <path fill="currentColor" fill-rule="evenodd" d={`${disc}${tick}`} />}
      {word === 'wrong' && <path fill="currentColor" fill-rule="evenodd" d={`${diamond}${turnBack}`} />}
      {word === 'unchanged' && <path fill="currentColor" d="M2 5.6h16v3H2zm0 5.8h16v3H2z" />}
      {word === 'too-few' && (
        <circle
          cx="10"
          cy="10"
          r="7.5"
          fill="none"
          stroke="currentColor"
          stroke-width="2.4"
          stroke-dasharray="2.4 3.49"
        />
      )}
    </svg>
  )
}

const disc = 'M10 .5a9.5 9.5 0 1 1 0 19a9.5 9.5 0 0 1 0-19Z'
const tick = 'M14.3 5.7 8.6 11.4 5.8 8.6 4.2 10.2 8.6 14.6 15.9 7.3Z'
const diamond = 'M10 0 20 10 10 20 0 10Z'
const turnBack = 'M8.2 5.4 4.6 9l3.6 3.6v-2.5h4v3.8h2v-6h-6Z'
