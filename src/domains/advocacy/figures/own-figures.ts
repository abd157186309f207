import {
  amount,
  textsOf as figureTexts,
  figureTitle,
  loadCatalogue,
  loadFigureData,
  type Reader,
  remarkOf,
} from '#domains/key-figures/index.ts'
import type { Locale } from '#platform/i18n.ts'
import { markerOf } from './marker.ts'

/** The latest value of a key figure in an organisation, to be put into a text. */
export interface OwnFigure {
  figureId: string
  title: string
  year: number
  value: string
  remark: string
  /** What to write in a text to put it there. */
  marker: string
}

/** The latest values of an organisation in the figures that the members follow, those asked for first. */
export async function listOwnFigures(
  reader: Reader,
  l: Locale,
  code: string,
  first: string[] = [],
): Promise<OwnFigure[]> {
  const { figures, currentSet } = await loadCatalogue(reader)
  const voice = { l, t: figureTexts(l) }
  const wanted = figures
    .filter(({ id, setId }) => setId === currentSet || first.includes(id))
    .sort((a, b) => Number(first.includes(b.id)) - Number(first.includes(a.id)))
  const found = await Promise.all(
    wanted.map(async (figure): Promise<OwnFigure[]> => {
      const { byCode } = await loadFigureData(reader, figure.id, null, [code])
      const reading = byCode.get(code)?.findLast(({ value }) => value !== null)
      if (!reading || reading.value === null) return []
      const { year } = reading
      return [
        {
          figureId: figure.id,
          title: figureTitle(figure, l),
          year,
          value: amount(figure, reading.value, voice),
          remark: remarkOf(reading, voice),
          marker: markerOf({ figureId: figure.id, code, year }),
        },
      ]
    }),
  )
  return found.flat()
}
