import type { KeyFigure } from './figure.ts'
import { yearOf } from './figure-view.ts'
import { loadCatalogue, loadFigureData, loadGroupOf } from './load-view.ts'
import type { Reader } from './reader.ts'
import { emptySelection } from './selection.ts'
import { type Standing, standingOf } from './standing.ts'

/** Which way an organisation and those alike go in one figure. */
export interface TrendsAlike {
  figure: KeyFigure
  /** Null for an organisation that is not known. */
  mine: Standing | null
  /** Mine among them. */
  members: Standing[]
}

/** The trends of a whole view and nothing else: places and their likely intervals are what takes time in one. */
export async function loadTrendsAlike(reader: Reader, figure: KeyFigure, code: string): Promise<TrendsAlike> {
  const [catalogue, group] = await Promise.all([
    loadCatalogue(reader),
    loadGroupOf(reader, figure, { ...emptySelection, mine: code }, 'liknande'),
  ])
  const codes = group.organisations.map((one) => one.code)
  const data = await loadFigureData(reader, figure.id, null, [code, ...codes])
  const breakYears = catalogue.breaks.flatMap(({ figureId, year }) => (figureId === figure.id ? [year] : []))
  const year = yearOf({ data, group, year: null }, code)
  const members = group.organisations.map((one) => standingOf(one, figure, breakYears, data, year, null))
  return { figure, members, mine: members.find(({ organisation }) => organisation.code === code) ?? null }
}
