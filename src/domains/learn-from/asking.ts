import {
  canonicalRedirect,
  emptySelection,
  type KeyFigure,
  type KeyFigureContext,
  loadCatalogue,
  type Reader,
  type Selection,
  textsOf as textsOfFigures,
  understand,
  type Voice,
} from '#domains/key-figures/index.ts'
import type { Directory, Organisation } from '#domains/members/index.ts'
import { Problem } from '#platform/http/problem.ts'

/** Whom somebody wants to learn for, about what, and among whom. */
export interface LearnQuestion {
  reader: Reader
  voice: Voice
  directory: Directory
  selection: Selection
  mine: Organisation | null
  figure: KeyFigure | null
  /** The figures to choose among: those that all follow, and the network's own. */
  figures: KeyFigure[]
  notices: string[]
}

/** Understands the address; one choice has one address, so anything else is sent on to it. */
export async function readLearnQuestion(c: KeyFigureContext): Promise<LearnQuestion | Response> {
  const asking = await understand(c)
  const { reader, directory, notices, voice } = asking
  const { mine, group, list, figures: asked } = asking.selection
  const catalogue = await loadCatalogue(reader)
  const figures = catalogue.figures.filter(({ setId }) => setId === catalogue.currentSet || setId === 'own')
  const [id] = asked
  const figure = id === undefined ? null : (catalogue.byId.get(id) ?? null)
  if (id !== undefined && !figure) {
    throw new Problem(404, textsOfFigures(voice.l).selection.noFigure(id.slice(0, 40)), [])
  }
  const selection: Selection = {
    ...emptySelection,
    mine,
    // Those alike are what the page shows anyway.
    group: group === 'liknande' ? null : group,
    list: group === 'egen' ? list : [],
    figures: figure ? [figure.id] : [],
  }
  const redirect = canonicalRedirect(c, { ...asking, selection })
  if (redirect) return redirect
  return {
    reader,
    voice,
    directory,
    selection,
    mine: mine === null ? null : (directory.byCode.get(mine) ?? null),
    figure,
    figures: figure && !figures.includes(figure) ? [...figures, figure] : figures,
    notices,
  }
}
