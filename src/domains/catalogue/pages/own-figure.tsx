import { keyFigurePaths } from '#domains/key-figures/index.ts'
import type { Typed } from '#platform/http/form.ts'
import { inLanguage, type Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { Details } from '#ui/components/details.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { Notice } from '#ui/components/notice.tsx'
import { OrganisationNames, OrganisationPicker } from '#ui/components/organisation-picker.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Tag } from '#ui/components/tag.tsx'
import type { OwnFigure } from '../own-queries.ts'
import { cataloguePaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import { Marks, Move, titleOf } from './own-list.tsx'

/** A value as the page writes it. */
export interface ShownValue {
  year: number
  /** The amount, or why there is none. */
  value: string
  comment: string
}

export interface OwnFigurePageProps {
  l: Locale
  code: string
  name: string
  figure: OwnFigure
  /** Whether the member can give values now. */
  reports: boolean
  /** What the member itself has reported, the latest year first. */
  values: ShownValue[]
  /** Members that can be invited, by name. */
  memberNames: string[]
  typed: Typed
  errors: Record<string, string>
  done: string | undefined
}

/** An own key figure as one of its followers keeps it: values, the group, and for the owner its words. */
export function OwnFigurePage(props: OwnFigurePageProps) {
  const { l, code, name, figure, errors, done } = props
  const texts = textsOf(l)
  const t = texts.ownFigure
  const isOwner = figure.ownerCode === code
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs l={l} steps={[{ href: l.href(cataloguePaths.own(code)), label: texts.own.title(name) }]} />
      <Done text={done && texts.own.notices[done]} />
      <PageHeader
        title={titleOf(figure, l)}
        lead={inLanguage({ sv: figure.explanationSv, en: figure.explanationEn }, l)}
      >
        <Marks l={l} figure={figure} />
      </PageHeader>
      {figure.hiddenReason ? (
        <Notice tone="warning">
          <p>{t.hidden(figure.hiddenReason)}</p>
        </Notice>
      ) : (
        <p>
          <a href={l.href(keyFigurePaths.figure(figure.id))}>{t.public}</a>
        </p>
      )}
      {figure.archived && (
        <Notice>
          <p>{t.archivedText}</p>
        </Notice>
      )}
      {isOwner && !figure.hiddenReason && (
        <p>
          <a href={l.href(cataloguePaths.editOwn(code, figure.id))}>{t.edit}</a>
        </p>
      )}
      <Values {...props} />
      <Group {...props} isOwner={isOwner} />
      {isOwner ? <Away {...props} /> : <Leave {...props} />}
    </>
  )
}

function Values({ l, code, figure, reports, values }: OwnFigurePageProps) {
  const t = textsOf(l).ownFigure
  const href = l.href(cataloguePaths.value(code, figure.id))
  return (
    <section class="flow" aria-labelledby="varden">
      <h2 id="varden">{t.values}</h2>
      {values.length === 0 ? (
        <p>{t.noValues}</p>
      ) : (
        <DataTable
          l={l}
          id="varden-tabell"
          caption={t.values}
          captionHidden
          fit
          rows={values}
          rowKey={({ year }) => String(year)}
          columns={[
            { key: 'year', head: t.year, rowHead: true, cell: ({ year }) => year },
            { key: 'value', head: t.value, numeric: true, cell: ({ value }) => value },
            { key: 'comment', head: t.comment, cell: ({ comment }) => comment },
            ...(reports
              ? [
                  {
                    key: 'change',
                    head: t.change,
                    cell: ({ year }: ShownValue) => (
                      <a href={`${href}?ar=${year}`} aria-label={t.correct(year)}>
                        {t.change}
                      </a>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {reports && (
        <p>
          <ButtonLink href={href}>{t.report}</ButtonLink>
        </p>
      )}
    </section>
  )
}

function Group(props: OwnFigurePageProps & { isOwner: boolean }) {
  const { l, code, figure, memberNames, typed, errors, isOwner } = props
  const texts = textsOf(l)
  const t = texts.ownFigure
  const field = fieldsOf(typed, errors, texts.errors)
  return (
    <section class="flow" aria-labelledby="grupp">
      <h2 id="grupp">{t.group}</h2>
      <ul>
        {figure.parties.map((party) => (
          <li key={party.code}>
            {party.name}{' '}
            <Tag tone={party.state === 'joined' ? 'brand' : 'outline'}>
              {party.code === figure.ownerCode ? t.owner : texts.own.states[party.state]}
            </Tag>
          </li>
        ))}
      </ul>
      {isOwner && !figure.archived && !figure.hiddenReason && (
        <form class="form" method="post" action={l.href(cataloguePaths.invite(code, figure.id))} noValidate>
          <p>{t.groupLead}</p>
          <OrganisationPicker {...field('medlem')} l={l} label={t.guest} list="medlemmar" />
          <Button variant="secondary">{t.invite}</Button>
          <OrganisationNames id="medlemmar" names={memberNames} />
        </form>
      )}
    </section>
  )
}

/** The owner puts the figure away or takes it up. */
function Away({ l, code, figure, errors }: OwnFigurePageProps) {
  const texts = textsOf(l)
  const t = texts.ownFigure
  const action = l.href(cataloguePaths.archive(code, figure.id))
  const fault = errors.vad
  return figure.archived ? (
    <form id="vad" method="post" action={action}>
      {fault && <p class="ds-validation-message">{texts.errors[fault]}</p>}
      <Button variant="secondary" name="vad" value="ta-upp">
        {t.back}
      </Button>
    </form>
  ) : (
    <Details summary={t.away}>
      <p>{t.awayText}</p>
      <form method="post" action={action}>
        <Button variant="secondary" name="vad" value="sluta">
          {t.away}
        </Button>
      </form>
    </Details>
  )
}

function Leave({ l, code, figure }: OwnFigurePageProps) {
  const joined = figure.parties.some((party) => party.code === code && party.state === 'joined')
  const open = !figure.archived && !figure.hiddenReason
  if (!joined || !open) return null
  const label = textsOf(l).own.moves.leave
  return (
    <Details summary={label}>
      <Move l={l} code={code} figure={figure} move="leave" label={label} />
    </Details>
  )
}
