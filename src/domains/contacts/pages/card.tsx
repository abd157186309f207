import type { Locale } from '#platform/i18n.ts'
import { Boxes } from '#ui/components/boxes.tsx'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Checkbox, Select } from '#ui/components/field.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import { frameTexts } from '#ui/texts.ts'
import type { CardValues } from '../card-queries.ts'
import { contactPaths } from '../paths.ts'
import type { SubjectView } from '../subject-queries.ts'
import { textsOf } from '../texts.ts'

export interface CardPageProps {
  l: Locale
  card: CardValues
  subjects: SubjectView[]
  errors: Record<string, string>
  personId: number
  saved: boolean
}

/** What I know, what I help with, and who may see what. */
export function CardPage({ l, card, subjects, errors, personId, saved }: CardPageProps) {
  const texts = textsOf(l)
  const t = texts.card
  const error = (field: string) => errors[field] && (texts.errors[errors[field]] ?? errors[field])
  const audiences = Object.entries(t.audiences).map(([value, label]) => ({ value, label }))
  return (
    <div class="narrow">
      <ErrorSummary
        l={l}
        errors={Object.keys(errors).map((field) => ({ field, message: error(field) ?? '' }))}
      />
      <Breadcrumbs l={l} steps={[{ href: l.href('/mina-sidor'), label: frameTexts(l).myPages }]} />
      <Done text={saved && t.saved} />
      <PageHeader title={t.title} lead={t.lead} />
      <form class="flow" method="post" action={l.href(contactPaths.card)} noValidate>
        <Textarea
          id="knows"
          name="knows"
          label={t.knows}
          hint={t.knowsHint}
          value={card.knows}
          error={error('knows')}
        />
        <Textarea
          id="helps"
          name="helps"
          label={t.helps}
          hint={t.helpsHint}
          value={card.helpsWith}
          error={error('helps')}
        />
        <Boxes
          id="subjects"
          name="subjects"
          legend={t.subjects}
          chosen={card.subjects}
          options={subjects
            .filter(({ id, retired }) => !retired || card.subjects.includes(id))
            .map(({ id, sv, en }) => ({ value: id, label: { sv, en }[l.language] }))}
        />
        <Boxes
          id="languages"
          name="languages"
          legend={t.languages}
          chosen={card.languages}
          options={Object.entries(texts.languages).map(([value, label]) => ({ value, label }))}
        />
        <Checkbox id="asked" name="asked" label={t.asked} checked={card.mayBeAsked} />
        <Select id="shown" name="shown" label={t.shown} value={card.shownTo} options={audiences} />
        <Select
          id="emailShown"
          name="emailShown"
          label={t.emailShown}
          value={card.emailShownTo}
          options={audiences}
        />
        <Select
          id="phoneShown"
          name="phoneShown"
          label={t.phoneShown}
          value={card.phoneShownTo}
          options={audiences}
        />
        <Button>{t.save}</Button>
      </form>
      <p>
        <a href={l.href(contactPaths.person(personId))}>{t.see}</a>
      </p>
    </div>
  )
}
