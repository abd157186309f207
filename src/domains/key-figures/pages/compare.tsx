import type { Organisation } from '#domains/members/index.ts'
import { ChartIsland } from '#ui/charts/chart-island.tsx'
import { Button } from '#ui/components/button.tsx'
import { Details } from '#ui/components/details.tsx'
import { DownloadLinks } from '#ui/components/download-links.tsx'
import { Input } from '#ui/components/field.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { ChosenOrganisations, OrganisationNames } from '#ui/components/organisation-picker.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import type { KeyFigure } from '../figure.ts'
import { lineChartOf } from '../figure-charts.ts'
import type { FigureView } from '../figure-view.ts'
import { keyFigurePaths } from '../paths.ts'
import { emptySelection, knownDay, type Selection, writeSelection } from '../selection.ts'
import { figureTitle, type Voice } from '../sentences.ts'
import { ComparisonTable } from './comparison-table.tsx'
import { type Corrected, CorrectedSince } from './corrected-since.tsx'
import { TellMe } from './tell-me.tsx'

export interface ComparePageProps {
  voice: Voice
  selection: Selection
  notices: string[]
  chosen: Organisation[]
  views: FigureView[]
  /** Every figure with values, to choose from. */
  figures: KeyFigure[]
  organisationNames: { code: string; name: string }[]
  citeHref: string
  /** The instant that the citation points at. */
  cited: string
  corrected: Corrected
  loggedIn: boolean
}

/** Several organisations in several figures, side by side. */
export function ComparePage(props: ComparePageProps) {
  const { voice, selection, notices, chosen, views, citeHref } = props
  const { l, t } = voice
  const path = l.href(keyFigurePaths.compare)
  const query = writeSelection(selection)
  const file = (ending: string, extra = '') =>
    `${path}.${ending}${query}${extra && (query ? '&' : '?') + extra}`
  return (
    <>
      <PageHeader title={t.compare.title} lead={t.compare.lead} />
      {notices.map((notice) => (
        <Notice key={notice} tone="warning">
          <p>{notice}</p>
        </Notice>
      ))}
      {selection.per && (
        <Notice>
          <p>
            {t.figure.oldKnowledge(l.date(knownDay(selection.per)))}{' '}
            <a href={path + writeSelection({ ...selection, per: null })}>{t.figure.toNow}</a>
          </p>
        </Notice>
      )}
      <CorrectedSince
        voice={voice}
        figures={views.map(({ figure }) => figure)}
        corrected={props.corrected}
        nameFigure
      />
      <CompareForm {...props} />
      {chosen.length === 0 ? (
        <p>
          {t.compare.empty}{' '}
          <a
            href={
              path +
              writeSelection({
                ...emptySelection,
                mine: '1382',
                with: ['1283', '1080'],
                figures: ['1b', '4', '7'],
              })
            }
          >
            {t.compare.example}
          </a>
          .
        </p>
      ) : (
        <>
          <ComparisonTable {...props} />
          <DownloadLinks
            l={l}
            files={[
              { href: file('csv'), label: 'CSV' },
              { href: file('csv', 'format=sv'), label: t.figure.csvSwedish },
              { href: file('xlsx'), label: 'XLSX' },
              { href: file('json'), label: 'JSON' },
            ]}
          />
          <p>
            <a href={citeHref}>{t.figure.cite}</a>
          </p>
          <TellMe
            l={l}
            address={keyFigurePaths.compare + query}
            cited={props.cited}
            names={chosen.map(({ name }) => name)}
            year={null}
            loggedIn={props.loggedIn}
          />
          {views.map((view) => (
            <section key={view.figure.id} aria-labelledby={`jamfor-${view.figure.id}`}>
              <h2 id={`jamfor-${view.figure.id}`}>
                <a
                  href={
                    l.href(keyFigurePaths.figure(view.figure.id)) +
                    writeSelection({ ...selection, figures: [] })
                  }
                >
                  {figureTitle(view.figure, l)}
                </a>
              </h2>
              {view.years.length > 0 && (
                <>
                  <ChartIsland kind="line" props={lineChartOf(view, voice)} />
                  <DownloadLinks
                    l={l}
                    id={`ladda-${view.figure.id}`}
                    files={chartFiles(view, selection, voice)}
                  />
                </>
              )}
            </section>
          ))}
        </>
      )}
    </>
  )
}

/** The files of one chart stand at the address of its figure. */
function chartFiles({ figure }: FigureView, selection: Selection, { l }: Voice) {
  const query = writeSelection({ ...selection, figures: [] })
  const path = l.href(keyFigurePaths.figure(figure.id))
  return ['csv', 'xlsx', 'json', 'svg', 'png'].map((ending) => ({
    href: `${path}.${ending}${query}`,
    label: ending.toUpperCase(),
  }))
}

function CompareForm({ voice, selection, chosen, figures, organisationNames }: ComparePageProps) {
  const { l, t } = voice
  const path = l.href(keyFigurePaths.compare)
  const without = (code: string) => {
    const rest = chosen.map((one) => one.code).filter((other) => other !== code)
    return path + writeSelection({ ...selection, mine: rest[0] ?? null, with: rest.slice(1) })
  }
  return (
    <form class="chooser" method="get" action={path}>
      <ChosenOrganisations
        l={l}
        chosen={chosen.map(({ code, name }) => ({ label: name, removeHref: without(code) }))}
      />
      {selection.mine && <input type="hidden" name="kommun" value={selection.mine} />}
      {selection.with.map((code) => (
        <input key={code} type="hidden" name="med" value={code} />
      ))}
      {selection.per && <input type="hidden" name="per" value={selection.per} />}
      <Input
        id="med"
        name="med"
        label={t.compare.organisations}
        hint={t.compare.organisationsHint}
        list="organisationer"
        autocomplete="off"
      />
      <Details summary={t.compare.figures} open={chosen.length === 0}>
        <fieldset class="ds-fieldset">
          <legend class="sr-only">{t.compare.figures}</legend>
          <p class="field-hint">{t.compare.figuresHint}</p>
          <ul class="check-list">
            {figures.map((figure) => (
              <li key={figure.id}>
                <label>
                  <input
                    type="checkbox"
                    name="nyckeltal"
                    value={figure.id}
                    checked={selection.figures.includes(figure.id)}
                  />
                  <span>{figureTitle(figure, l)}</span>
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
      </Details>
      <Button>{t.compare.show}</Button>
      <OrganisationNames id="organisationer" names={organisationNames.map(({ name }) => name)} />
    </form>
  )
}
