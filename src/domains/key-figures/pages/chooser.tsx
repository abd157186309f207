import { Button } from '#ui/components/button.tsx'
import { Input, Select } from '#ui/components/field.tsx'
import { OrganisationNames } from '#ui/components/organisation-picker.tsx'
import { keyFigurePaths } from '../paths.ts'
import { groupKinds } from '../selection.ts'
import type { FigurePageProps } from './figure.tsx'

/** Chooses municipality, group, year and period. A plain form: the choice ends up in the address. */
export function Chooser({ voice, view, selection, organisationNames }: FigurePageProps) {
  const { l, t } = voice
  const { figure, group, years, mine, others } = view
  const yearOptions = (empty: string) => [
    { value: '', label: empty },
    ...years.toReversed().map((year) => ({ value: String(year), label: String(year) })),
  ]
  // A member's own figure is compared among those who follow it, which is a list that nobody has typed.
  const list =
    selection.list.length > 0 || group.kind !== 'egen'
      ? selection.list
      : group.organisations.map(({ code }) => code)
  const groups = groupKinds.filter((kind) => kind !== 'egen' || list.length > 0)
  return (
    <form class="chooser" method="get" action={l.href(keyFigurePaths.figure(figure.id))}>
      <div class="chooser__fields">
        <Input
          id="kommun"
          name="kommun"
          label={t.figure.mine}
          hint={t.figure.minePlaceholder}
          list="organisationer"
          autocomplete="off"
          value={mine?.organisation.name ?? ''}
        />
        <Select
          id="grupp"
          name="grupp"
          label={t.figure.group}
          value={group.kind}
          options={groups.map((kind) => ({ value: kind, label: t.groups[kind] }))}
        />
        <Select
          id="ar"
          name="ar"
          label={t.figure.year}
          value={String(selection.year ?? '')}
          options={yearOptions(t.figure.latestYear)}
        />
        <Select
          id="fran"
          name="fran"
          label={t.figure.since}
          value={String(selection.since ?? '')}
          options={yearOptions(t.figure.allYears)}
        />
        <Input
          id="med"
          name="med"
          label={t.figure.with}
          hint={t.figure.withHint}
          autocomplete="off"
          value={others.map(({ organisation }) => organisation.name).join(', ')}
        />
      </div>
      {list.length > 0 && <input type="hidden" name="lista" value={list.join(',')} />}
      {selection.view !== 'utveckling' && <input type="hidden" name="vy" value={selection.view} />}
      {selection.per && <input type="hidden" name="per" value={selection.per} />}
      <Button>{t.figure.show}</Button>
      <OrganisationNames id="organisationer" names={organisationNames.map(({ name }) => name)} />
    </form>
  )
}
