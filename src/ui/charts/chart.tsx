import type { TargetedEvent, TargetedKeyboardEvent } from 'preact'
import { useState } from 'preact/hooks'
import { ChartKey } from './chart-key.tsx'
import { Draw, heightOf, marksOf, widthsOf } from './drawing.tsx'
import type { ChartSpec } from './types.ts'

/**
 * A chart as a figure: title, summary in words, the picture in two widths of which one shows, and a line that
 * reads out the mark pointed at. The server draws it; the browser takes over the very same component.
 */
export function Chart({ spec }: { spec: ChartSpec }) {
  const { id, title, summary } = spec.props
  const marks = marksOf(spec)
  const [pointed, setPointed] = useState<string | undefined>(undefined)
  const focusable = pointed ?? marks[0]?.key
  const { wide, narrow } = widthsOf(spec)

  const pointAt = (event: TargetedEvent<HTMLElement>) => {
    const key = keyOf(event.target)
    if (key) setPointed(key)
  }
  const move = (event: TargetedKeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape') return setPointed(undefined)
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    const from = marks.findIndex(({ key }) => key === keyOf(event.target))
    const next = step && from >= 0 ? marks[from + step] : undefined
    if (!next || !(event.target instanceof Element)) return
    event.preventDefault()
    setPointed(next.key)
    const mark = event.target.closest('svg')?.querySelector(`[data-key="${next.key}"]`)
    if (mark instanceof SVGElement) mark.focus()
  }

  return (
    // biome-ignore lint/a11y/useKeyWithMouseEvents: focus does the same through onFocusIn, which bubbles
    <figure class={`chart chart--${spec.kind}`} onMouseOver={pointAt} onFocusIn={pointAt} onKeyDown={move}>
      <figcaption id={`${id}-title`}>
        <strong class="chart__title">{title}</strong>
        <span class="chart__summary">{summary}</span>
      </figcaption>
      <Picture spec={spec} width={wide} focusable={focusable} variant={narrow === null ? 'only' : 'wide'} />
      {narrow !== null && <Picture spec={spec} width={narrow} focusable={focusable} variant="narrow" />}
      {spec.kind === 'line' && <ChartKey series={spec.props.series} />}
      <p class="chart__readout" aria-hidden="true">
        {marks.find(({ key }) => key === pointed)?.text ?? '\u00a0'}
      </p>
    </figure>
  )
}

interface PictureProps {
  spec: ChartSpec
  width: number
  focusable: string | undefined
  variant: 'wide' | 'narrow' | 'only'
}

function Picture({ spec, width, focusable, variant }: PictureProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot hold a picture
    <svg
      class={`chart__picture chart__picture--${variant}`}
      viewBox={`0 0 ${width} ${heightOf(spec, width)}`}
      role="group"
      aria-label={spec.props.title}
    >
      <Draw spec={spec} width={width} focusable={focusable} />
    </svg>
  )
}

function keyOf(target: EventTarget | null): string | undefined {
  const mark = target instanceof Element ? target.closest('[data-key]') : null
  return mark?.getAttribute('data-key') ?? undefined
}
