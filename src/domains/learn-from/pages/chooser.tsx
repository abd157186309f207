import { figureTitle, type GroupKind, groupKinds } from '#domains/key-figures/index.ts'
import { Button } from '#ui/components/button.tsx'
import { Input, Select } from '#ui/components/field.tsx'
import { OrganisationNames } from '#ui/components/organisation-picker.tsx'
import { learnPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import type { LearnPageProps } from './learn.tsx'

/** Chooses municipality, figure and whom to learn from. A plain form: the choice ends up in the address. */
export function Chooser({ voice, mine, figure, figures, selection, directory, view }: LearnPageProps) {
  const { l, t: figureTexts } = voice
  const t = textsOf(l)
  const chosen: GroupKind = view?.group.kind ?? selection.group ?? 'liknande'
  const offered = groupKinds.filter((kind) => kind !== 'egen' || chosen === 'egen')
  return (
    <form class="chooser" method="get" action={l.href(learnPaths.learn)}>
      <div class="chooser__fields">
        <Input
          id="kommun"
          name="kommun"
          label={t.mine}
          hint={t.mineHint}
          list="organisationer"
          autocomplete="off"
          value={mine?.name ?? ''}
        />
        <Select
          id="nyckeltal"
          name="nyckeltal"
          label={t.figure}
          value={figure?.id ?? ''}
          options={[
            { value: '', label: t.anyFigure },
            ...figures.map((one) => ({ value: one.id, label: figureTitle(one, l) })),
          ]}
        />
        <Select
          id="grupp"
          name="grupp"
          label={t.group}
          value={chosen}
          options={offered.map((kind) => ({ value: kind, label: figureTexts.groups[kind] }))}
        />
      </div>
      {selection.list.length > 0 && <input type="hidden" name="lista" value={selection.list.join(',')} />}
      <Button variant={view ? 'secondary' : 'primary'}>{t.show}</Button>
      <OrganisationNames id="organisationer" names={directory.all.map(({ name }) => name)} />
    </form>
  )
}
