import { type Locale, languages } from '#platform/i18n.ts'
import { Button } from '#ui/components/button.tsx'
import { Details } from '#ui/components/details.tsx'
import { Select } from '#ui/components/field.tsx'
import { Tabs } from '#ui/components/tabs.tsx'
import { type Asked, searchPath } from '../asking.ts'
import { kindSlugs, searchPaths } from '../paths.ts'
import type { Facets } from '../queries.ts'
import { kinds } from '../tables.ts'
import { textsOf } from '../texts.ts'

interface Props {
  l: Locale
  asked: Asked
  facets: Facets
}

/** Each kind that something was found of, with how many. */
export function Views({ l, asked, facets }: Props) {
  const t = textsOf(l)
  const all = kinds.reduce((sum, kind) => sum + (facets.kinds[kind] ?? 0), 0)
  if (all === 0) return null
  const shown = kinds.filter((kind) => facets.kinds[kind] || kind === asked.kind)
  return (
    <Tabs
      label={t.viewsLabel}
      tabs={[
        {
          href: l.href(searchPath({ ...asked, kind: '', page: 1 })),
          label: t.countOf(t.all, l.number(all)),
          current: asked.kind === '',
        },
        ...shown.map((kind) => ({
          href: l.href(searchPath({ ...asked, kind, page: 1 })),
          label: t.countOf(t.kinds[kind].many, l.number(facets.kinds[kind] ?? 0)),
          current: asked.kind === kind,
        })),
      ]}
    />
  )
}

/** Year, organisation and language, each with how many would be left. */
export function Narrowings({ l, asked, facets }: Props) {
  const t = textsOf(l)
  const option = (value: string, name: string, count: number) => ({
    value,
    label: t.countOf(name, l.number(count)),
  })
  const chosen = asked.year !== null || asked.organisation !== '' || asked.language !== ''
  const told = languages.filter((language) => facets.languages[language] || language === asked.language)
  if (!chosen && facets.years.length + facets.organisations.length + told.length < 2) return null
  return (
    <Details summary={t.narrow} open={chosen}>
      <form class="chooser flow" method="get" action={l.href(searchPaths.search)}>
        <input type="hidden" name="q" value={asked.typed} />
        {asked.kind && <input type="hidden" name="typ" value={kindSlugs[asked.kind]} />}
        <div class="chooser__fields">
          <Select
            id="ar"
            name="ar"
            label={t.year}
            value={String(asked.year ?? '')}
            options={[
              { value: '', label: t.everyYear },
              ...withChosen(
                facets.years.map(({ year, count }) => option(String(year), String(year), count)),
                option(String(asked.year ?? ''), String(asked.year ?? ''), 0),
              ),
            ]}
          />
          <Select
            id="kommun"
            name="kommun"
            label={t.organisation}
            value={asked.organisation}
            options={[
              { value: '', label: t.everyOrganisation },
              ...withChosen(
                facets.organisations.map(({ code, name, count }) => option(code, name, count)),
                option(asked.organisation, asked.organisation, 0),
              ),
            ]}
          />
          <Select
            id="sprak"
            name="sprak"
            label={t.language}
            value={asked.language}
            options={[
              { value: '', label: t.everyLanguage },
              ...told.map((language) =>
                option(language, t.languages[language], facets.languages[language] ?? 0),
              ),
            ]}
          />
        </div>
        <Button variant="secondary">{t.apply}</Button>
        {chosen && <a href={l.href(searchPath({ typed: asked.typed, kind: asked.kind }))}>{t.clear}</a>}
      </form>
    </Details>
  )
}

type Option = { value: string; label: string }

/** The options, and the chosen one also when nothing is left of it. */
function withChosen(options: Option[], chosen: Option): Option[] {
  return chosen.value === '' || options.some(({ value }) => value === chosen.value)
    ? options
    : [chosen, ...options]
}
