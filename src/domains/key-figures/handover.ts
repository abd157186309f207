import type { Database } from '#database/tables.ts'
import type { Asked, HandoverPart } from '#platform/http/context.ts'
import { inLanguage } from '#platform/i18n.ts'
import { loadCatalogue, loadFigureView, loadGroup } from './load-view.ts'
import { keyFigurePaths } from './paths.ts'
import { loadOrganisations } from './reader.ts'
import { emptySelection } from './selection.ts'
import { figureTitle, trendSentence } from './sentences.ts'
import { textsOf } from './texts.ts'

const words = {
  sv: { title: 'Så går det med nyckeltalen', empty: 'Det finns inga värden ännu.' },
  en: { title: 'How the key figures stand', empty: 'There are no values yet.' },
}

/** How an organisation's figures stand, one line each, for whoever takes over a seat there. */
export async function handoverOfFigures(
  asked: Asked<Database>,
  { organisationCode }: { organisationCode: string },
): Promise<HandoverPart[]> {
  const directory = await loadOrganisations(asked, [organisationCode])
  if (!directory.byCode.has(organisationCode)) return []
  const { locale: l } = asked
  const t = textsOf(l)
  const selection = { ...emptySelection, mine: organisationCode }
  const [catalogue, group] = await Promise.all([loadCatalogue(asked), loadGroup(asked, selection)])
  const views = await Promise.all(
    catalogue.figures
      .filter(({ setId }) => setId === catalogue.currentSet)
      .map((figure) => loadFigureView(asked, figure, selection, group, { improvers: false })),
  )
  const lines = views.flatMap(({ figure, mine }) =>
    mine?.current
      ? [
          {
            text: `${figureTitle(figure, l)}: ${trendSentence(figure, mine, { l, t })}`,
            href: `${keyFigurePaths.figure(figure.id)}?kommun=${organisationCode}`,
          },
        ]
      : [],
  )
  return [{ ...inLanguage(words, l), lines }]
}
