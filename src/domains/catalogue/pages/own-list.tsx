import { inLanguage, type Locale } from '#platform/i18n.ts'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { Done } from '#ui/components/done.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge, Tag } from '#ui/components/tag.tsx'
import type { OwnFigure } from '../own-queries.ts'
import { cataloguePaths } from '../paths.ts'
import type { PartyMove } from '../rules/own.ts'
import { textsOf } from '../texts.ts'

export interface OwnListPageProps {
  l: Locale
  code: string
  name: string
  figures: OwnFigure[]
  done: string | undefined
}

/** The key figures that a member follows on its own, and those that it is asked to follow. */
export function OwnListPage({ l, code, name, figures, done }: OwnListPageProps) {
  const t = textsOf(l).own
  const inState = (...states: string[]) =>
    figures.filter(({ parties }) => parties.some((one) => one.code === code && states.includes(one.state)))
  const asked = inState('invited').filter(({ archived, hiddenReason }) => !archived && !hiddenReason)
  const followed = inState('joined')
  const left = inState('left', 'declined').filter(({ archived, hiddenReason }) => !archived && !hiddenReason)
  return (
    <>
      <Done text={done && t.notices[done]} />
      <PageHeader title={t.title(name)} lead={t.lead} />
      {asked.length > 0 && (
        <section class="flow" aria-labelledby="inbjudna">
          <h2 id="inbjudna">{t.asked}</h2>
          {asked.map((figure) => (
            <div key={figure.id} class="card flow">
              <h3>{titleOf(figure, l)}</h3>
              <p>{t.askedBy(figure.ownerName)}</p>
              <p>{inLanguage({ sv: figure.explanationSv, en: figure.explanationEn }, l)}</p>
              <div class="row">
                <Move l={l} code={code} figure={figure} move="accept" label={t.moves.accept} />
                <Move l={l} code={code} figure={figure} move="decline" label={t.moves.decline} />
              </div>
            </div>
          ))}
        </section>
      )}
      <section class="flow" aria-labelledby="foljer">
        <h2 id="foljer">{t.list}</h2>
        {followed.length === 0 ? (
          <EmptyState title={t.none} level={3} />
        ) : (
          <ul class="people">
            {followed.map((figure) => (
              <li key={figure.id}>
                <div>
                  <p>
                    <a href={l.href(cataloguePaths.ownFigure(code, figure.id))}>{titleOf(figure, l)}</a>
                  </p>
                  <p class="subtle">
                    {figure.ownerCode === code ? t.keptByYou : t.keptBy(figure.ownerName)} ·{' '}
                    {t.values(figure.values)}
                  </p>
                </div>
                <Marks l={l} figure={figure} />
              </li>
            ))}
          </ul>
        )}
        <p>
          <ButtonLink href={l.href(cataloguePaths.newOwn(code))}>{t.add}</ButtonLink>
        </p>
      </section>
      {left.length > 0 && (
        <section class="flow" aria-labelledby="lamnade">
          <h2 id="lamnade">{t.left}</h2>
          {left.map((figure) => (
            <div key={figure.id} class="row">
              <p>
                {titleOf(figure, l)}, {figure.ownerName}
              </p>
              <Move l={l} code={code} figure={figure} move="accept" label={t.again} />
            </div>
          ))}
        </section>
      )}
    </>
  )
}

/** What is to be known of an own figure at a glance. */
export function Marks({ l, figure }: { l: Locale; figure: OwnFigure }) {
  const { own, madeUp } = textsOf(l)
  return (
    <p>
      {figure.archived && <Tag tone="outline">{own.archived}</Tag>}{' '}
      {figure.hiddenReason && <Tag tone="warning">{own.hidden}</Tag>}{' '}
      {figure.madeUp && <MadeUpBadge label={madeUp} />}
    </p>
  )
}

/** The name of an own figure in the language of the page. */
export function titleOf({ nameSv, nameEn }: OwnFigure, l: Locale): string {
  return inLanguage({ sv: nameSv, en: nameEn }, l)
}

/** A button that answers an invitation or leaves. */
export function Move(props: { l: Locale; code: string; figure: OwnFigure; move: PartyMove; label: string }) {
  const { l, code, figure, move, label } = props
  return (
    <form method="post" action={l.href(cataloguePaths.move(code, figure.id))}>
      <Button variant={move === 'accept' ? 'primary' : 'secondary'} name="svar" value={move}>
        {label}
      </Button>
    </form>
  )
}
