import { Details } from '#ui/components/details.tsx'
import { DownloadLinks } from '#ui/components/download-links.tsx'
import { ShareBox } from '#ui/components/share-box.tsx'
import { keyFigurePaths } from '../paths.ts'
import { knownDay, type Selection, writeSelection } from '../selection.ts'
import { figureTitle } from '../sentences.ts'
import type { FigurePageProps } from './figure.tsx'

interface TakeAwayProps extends FigurePageProps {
  address: (changed: Partial<Selection>) => string
}

/** Files, a link, a citation that later corrections do not change, and code to embed the picture. */
export function TakeAway({ voice, view, selection, baseUrl, cited, address }: TakeAwayProps) {
  const { l, t } = voice
  const { figure } = view
  const query = writeSelection(selection)
  const path = l.href(keyFigurePaths.figure(figure.id))
  const citedAddress = baseUrl + address({ per: cited, year: view.year })
  const embedPath = baseUrl + l.href(keyFigurePaths.embed(figure.id))
  const name = figureTitle(figure, l)
  const embed = (chosen: Selection) =>
    `<iframe src="${embedPath}${writeSelection(chosen)}" title="${t.figure.embedTitle(name)}" width="100%" height="560" loading="lazy"></iframe>`
  const file = (ending: string, extra = '') =>
    `${path}.${ending}${query}${extra && (query ? '&' : '?') + extra}`
  const pictures = view.summary === null ? [] : ['svg', 'png']
  return (
    <Details summary={t.figure.sharePicture}>
      <DownloadLinks
        l={l}
        files={[
          { href: file('csv'), label: 'CSV' },
          { href: file('csv', 'format=sv'), label: t.figure.csvSwedish },
          ...['xlsx', 'json', ...pictures].map((ending) => ({
            href: file(ending),
            label: ending.toUpperCase(),
          })),
        ]}
      />
      <p>
        <a href={address({ per: cited, year: view.year })}>{t.figure.cite}</a>
      </p>
      <ShareBox
        l={l}
        id="dela"
        link={baseUrl + address({})}
        cite={t.figure.citation(name, l.date(knownDay(cited)), citedAddress)}
        embed={embed(selection)}
        fixed={{ label: t.figure.embedFixed, value: embed({ ...selection, per: cited, year: view.year }) }}
      />
    </Details>
  )
}
