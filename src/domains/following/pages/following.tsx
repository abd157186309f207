import { keyFigurePaths } from '#domains/key-figures/index.ts'
import { organisationPaths } from '#domains/members/index.ts'
import { type Typed, textIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Boxes } from '#ui/components/boxes.tsx'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { type Option, Select } from '#ui/components/field.tsx'
import { OrganisationNames, OrganisationPicker } from '#ui/components/organisation-picker.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { frameTexts } from '#ui/texts.ts'
import type { DigestRhythm } from '../digest-queries.ts'
import { followingPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'

export interface FollowingPageProps {
  l: Locale
  organisations: { code: string; name: string; own: boolean }[]
  figures: { id: string; title: string }[]
  /** Names to suggest. */
  names: string[]
  /** Figures to choose from. */
  choices: Option[]
  rhythm: DigestRhythm | 'never'
  typed: Typed
  errors: Record<string, string>
  done: string | undefined
}

/** What somebody follows, each with a way to stop; a way to follow more; and whether it should come by mail. */
export function FollowingPage(props: FollowingPageProps) {
  const { l, organisations, figures, errors, done } = props
  const { page: t, errors: words } = textsOf(l)
  const said = Object.entries(errors).map(([field, key]) => ({ field, message: words[key] ?? key }))
  return (
    <div class="narrow">
      <ErrorSummary l={l} errors={said} />
      <Breadcrumbs l={l} steps={[{ href: l.href('/mina-sidor'), label: frameTexts(l).myPages }]} />
      <Done text={done && t.notices[done]} />
      <PageHeader title={t.title} lead={t.lead} />
      <section class="flow" aria-labelledby="organisationer">
        <h2 id="organisationer">{t.organisations}</h2>
        {organisations.length === 0 && <p>{t.noOrganisations}</p>}
        <ul class="people">
          {organisations.map(({ code, name, own }) => (
            <Followed
              key={code}
              l={l}
              href={organisationPaths.profile(code)}
              label={name}
              note={own ? t.own : ''}
              field={{ name: 'kommun', value: code }}
            />
          ))}
        </ul>
      </section>
      <section class="flow" aria-labelledby="nyckeltal-rubrik">
        <h2 id="nyckeltal-rubrik">{t.figures}</h2>
        {figures.length === 0 && <p>{t.noFigures}</p>}
        <ul class="people">
          {figures.map(({ id, title }) => (
            <Followed
              key={id}
              l={l}
              href={keyFigurePaths.figure(id)}
              label={title}
              note=""
              field={{ name: 'nyckeltal', value: id }}
            />
          ))}
        </ul>
      </section>
      <AddForms {...props} />
      <MailForm {...props} />
      <p class="subtle">
        {t.corrections} <a href={l.href('/mina-sidor/bevakningar')}>{t.correctionsLink}</a>
      </p>
    </div>
  )
}

interface FollowedProps {
  l: Locale
  href: string
  label: string
  note: string
  field: { name: string; value: string }
}

function Followed({ l, href, label, note, field }: FollowedProps) {
  const t = textsOf(l).page
  return (
    <li>
      <div>
        <p>
          <a href={l.href(href)}>{label}</a>
        </p>
        {note && <p class="subtle">{note}</p>}
      </div>
      <form method="post" action={l.href(followingPaths.stop)}>
        <Button variant="tertiary" {...field}>
          {t.stop}
          <span class="sr-only">{` ${label}`}</span>
        </Button>
      </form>
    </li>
  )
}

function AddForms({ l, names, choices, typed, errors }: FollowingPageProps) {
  const { page: t, errors: words } = textsOf(l)
  const errorOf = (field: string) => errors[field] && (words[errors[field]] ?? errors[field])
  return (
    <section class="flow" aria-labelledby="fler">
      <h2 id="fler">{t.add}</h2>
      <form class="form" method="post" action={l.href(followingPaths.mine)} noValidate>
        <OrganisationPicker
          l={l}
          id="kommun"
          name="kommun"
          label={t.organisation}
          value={textIn(typed, 'kommun')}
          error={errorOf('kommun')}
          list="namn"
        />
        <OrganisationNames id="namn" names={names} />
        <Button variant="secondary">{t.follow}</Button>
      </form>
      <form class="form" method="post" action={l.href(followingPaths.mine)} noValidate>
        <Select
          id="nyckeltal"
          name="nyckeltal"
          label={t.figure}
          value={textIn(typed, 'nyckeltal')}
          error={errorOf('nyckeltal')}
          options={[{ value: '', label: t.choose }, ...choices]}
        />
        <Button variant="secondary">{t.follow}</Button>
      </form>
    </section>
  )
}

function MailForm({ l, rhythm }: FollowingPageProps) {
  const t = textsOf(l).mail
  return (
    <form class="flow" method="post" action={l.href(followingPaths.mail)}>
      <Boxes
        id="takt"
        name="takt"
        kind="radio"
        legend={t.legend}
        chosen={[rhythm]}
        options={(['never', 'daily', 'weekly'] as const).map((value) => ({
          value,
          label: t.options[value],
        }))}
      />
      <Button variant="secondary">{t.save}</Button>
    </form>
  )
}
