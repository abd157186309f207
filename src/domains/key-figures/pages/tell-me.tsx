import type { Locale } from '#platform/i18n.ts'
import { Button } from '#ui/components/button.tsx'
import { Details } from '#ui/components/details.tsx'
import { Input, Select } from '#ui/components/field.tsx'
import { keyFigurePaths } from '../paths.ts'
import { textsOf } from '../texts.ts'

/** How somebody uses values, in the order of the form. */
export const uses = ['subscribed', 'cited', 'embedded', 'saved'] as const
export type Use = (typeof uses)[number]

/** Which values of a page are followed: those of the chosen organisations or of all, of every year or of one. */
export const extents = ['chosen', 'chosen-year', 'all', 'all-year'] as const
export type Extent = (typeof extents)[number]

export interface TellMeProps {
  l: Locale
  /** The page that is seen, without language and host. */
  address: string
  /** The instant that a citation made now points at. */
  cited: string
  /** Names of those that the page is about; empty when it is about everyone. */
  names: string[]
  /** Only these organisations can be followed from the page. */
  chosenOnly?: boolean
  year: number | null
  /** Somebody who is logged in has an address already. */
  loggedIn: boolean
}

/** Folded away: a form to be told when what the page shows is corrected. */
export function TellMe(props: TellMeProps) {
  const t = textsOf(props.l).tellMe
  return (
    <Details id="sag-till" summary={t.title}>
      <TellMeForm {...props} />
    </Details>
  )
}

/** The form itself: one press for those who are logged in, an address for everybody else. */
export function TellMeForm({
  typed = {},
  errors = {},
  ...props
}: TellMeProps & { typed?: Record<string, string>; errors?: Record<string, string | undefined> }) {
  const { l, address, cited, loggedIn } = props
  const t = textsOf(l).tellMe
  const offered = extentsOf(props)
  return (
    <form class="form" method="post" action={l.href(keyFigurePaths.follow)} noValidate>
      <p>{t.lead}</p>
      <input type="hidden" name="sida" value={address} />
      <input type="hidden" name="per" value={cited} />
      <Select
        id="omfattning"
        name="omfattning"
        label={t.extent}
        value={typed.omfattning ?? offered[0]?.value ?? ''}
        options={offered}
      />
      <Select
        id="hur"
        name="hur"
        label={t.use}
        error={errors.hur}
        value={typed.hur ?? uses[0]}
        options={uses.map((use) => ({ value: use, label: t.uses[use] }))}
      />
      <Input
        id="var"
        name="var"
        label={t.place}
        hint={t.placeHint}
        error={errors.var}
        value={typed.var}
        autocomplete="off"
      />
      {!loggedIn && (
        <Input
          id="epost"
          name="epost"
          type="email"
          label={t.email}
          hint={t.emailHint}
          error={errors.epost}
          value={typed.epost}
          autocomplete="email"
        />
      )}
      <Button variant="secondary">{t.button}</Button>
    </form>
  )
}

function extentsOf({ l, names, chosenOnly = false, year }: TellMeProps): { value: Extent; label: string }[] {
  const t = textsOf(l).tellMe
  const span = (who: string, all: Extent, one: Extent) => [
    { value: all, label: t.allYears(who) },
    ...(year === null ? [] : [{ value: one, label: t.oneYear(who, year) }]),
  ]
  return [
    ...(names.length > 0 ? span(l.list(names), 'chosen', 'chosen-year') : []),
    ...(chosenOnly ? [] : span(t.everyone, 'all', 'all-year')),
  ]
}
