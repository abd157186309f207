import { type KeyFigureSet, keyFigurePaths, type MethodBreak } from '#domains/key-figures/index.ts'
import { type Typed, textIn } from '#platform/http/form.ts'
import { inLanguage, type Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { Details } from '#ui/components/details.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Checkbox } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { cataloguePaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import { BreakFields } from './break-form.tsx'
import { FigureFields } from './figure-fields.tsx'

export interface FigurePageProps {
  l: Locale
  id: string
  title: string
  set: KeyFigureSet | undefined
  /** What hangs on the figure, in sentences. */
  weight: string[]
  hasValues: boolean
  breaks: MethodBreak[]
  typed: Typed
  errors: Record<string, string>
  done: string | undefined
}

/** A key figure of the meetings: what hangs on it, its words, its breaks, and the way to a new version. */
export function FigurePage(props: FigurePageProps) {
  const { l, id, title, set, weight, hasValues, typed, errors, done } = props
  const texts = textsOf(l)
  const t = texts.figure
  const field = fieldsOf(typed, errors, texts.errors)
  const needsVersion = Object.values(errors).some((key) => /version$/.test(key))
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs
        l={l}
        steps={[
          { href: l.href(cataloguePaths.office), label: texts.office.title },
          ...(set ? [{ href: l.href(cataloguePaths.set(set.id)), label: inLanguage(set.name, l) }] : []),
        ]}
      />
      <Done text={done && texts.office.notices[done]} />
      <PageHeader title={title} lead={weight.length > 0 ? weight.join(' ') : t.noValues} />
      <p class="row">
        <a href={l.href(keyFigurePaths.figure(id))}>{t.public}</a>
        <a href={l.href(cataloguePaths.newVersion(id))}>{t.newVersion}</a>
      </p>
      {needsVersion && (
        <Notice tone="warning">
          <p>
            {t.instead} <a href={l.href(cataloguePaths.newVersion(id))}>{t.newVersion}</a>
          </p>
        </Notice>
      )}
      <Breaks {...props} />
      <h2 id="andra">{t.edit}</h2>
      <form class="form" method="post" action={l.href(cataloguePaths.figure(id))} noValidate>
        <input type="hidden" name="version" value={textIn(typed, 'version')} />
        {hasValues && <p>{t.locked}</p>}
        <FigureFields l={l} typed={typed} errors={errors} />
        {hasValues && (
          <>
            <Checkbox {...field('samma')} value="1" label={t.same} checked={textIn(typed, 'samma') !== ''} />
            <Details summary={t.breakToo} open={textIn(typed, 'brott_ar') !== '' || wantsBreak(errors)}>
              <BreakFields l={l} typed={typed} errors={errors} />
            </Details>
          </>
        )}
        <Button>{t.save}</Button>
      </form>
    </>
  )
}

/** Whether a break, or something about one, is what the form came back for. */
function wantsBreak(errors: Record<string, string>): boolean {
  const fields = ['brott_ar', 'brott_skal', 'brott_skal_en', 'motet', 'dag', 'paragraf', 'lank']
  return errors.taljare === 'figure-break-or-version' || fields.some((name) => errors[name] !== undefined)
}

/** The breaks of the series, each with its reason and decision. */
function Breaks({ l, id, breaks }: FigurePageProps) {
  const texts = textsOf(l)
  const t = texts.breaks
  return (
    <section class="flow" aria-labelledby="brott">
      <h2 id="brott">{t.title}</h2>
      <p>{t.lead}</p>
      {breaks.length > 0 && (
        <ul>
          {breaks.map(({ year, reason, reference }) => (
            <li key={year}>
              <strong>{year}</strong>: {inLanguage(reason, l)}{' '}
              {reference &&
                `(${texts.decision.words(reference.meeting, l.date(reference.on), reference.paragraph)}) `}
              <a href={l.href(cataloguePaths.removeBreak(id, year))} aria-label={t.removeOf(year)}>
                {t.remove}
              </a>
            </li>
          ))}
        </ul>
      )}
      <p>
        <ButtonLink variant="secondary" href={l.href(cataloguePaths.breaks(id))}>
          {t.add}
        </ButtonLink>
      </p>
    </section>
  )
}
