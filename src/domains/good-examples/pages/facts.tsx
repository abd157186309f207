import type { ComponentChildren } from 'preact'
import type { Language, Locale } from '#platform/i18n.ts'
import { type Definition, DefinitionList } from '#ui/components/definition-list.tsx'
import { fieldOfFacet } from '../asked.ts'
import type { Example } from '../example-queries.ts'
import { examplePaths } from '../paths.ts'
import type { Facet } from '../rules/facets.ts'
import { textsOf } from '../texts.ts'

/** What an example cost, what it belongs to, and what to read on. */
export function Facts({
  l,
  example,
  text,
  lang,
  subjects,
}: {
  l: Locale
  example: Example
  text: { cost: string; duration: string }
  lang: Language | undefined
  subjects: Map<string, string>
}) {
  const texts = textsOf(l)
  const t = texts.example
  const link = (facet: Facet, value: string, name: string) => (
    <a href={`${l.href(examplePaths.list)}?${fieldOfFacet[facet]}=${encodeURIComponent(value)}`}>{name}</a>
  )
  const listed = (items: { key: string; item: ComponentChildren }[]) => (
    <ul>
      {items.map(({ key, item }) => (
        <li key={key}>{item}</li>
      ))}
    </ul>
  )
  const items: (Definition | false)[] = [
    text.cost !== '' && { term: t.cost, meaning: <span lang={lang}>{text.cost}</span> },
    text.duration !== '' && { term: t.duration, meaning: <span lang={lang}>{text.duration}</span> },
    example.subjects.length > 0 && {
      term: t.subjects,
      meaning: listed(
        example.subjects.map((id) => ({ key: id, item: link('subject', id, subjects.get(id) ?? id) })),
      ),
    },
    example.criteria.length > 0 && {
      term: t.criteria,
      meaning: listed(
        example.criteria.map((n) => ({
          key: String(n),
          item: link('criterion', String(n), `${texts.criterion(n)}: ${texts.criteria[n - 1]}`),
        })),
      ),
    },
    example.sdgs.length > 0 && {
      term: t.sdgs,
      meaning: listed(
        example.sdgs.map((n) => ({
          key: String(n),
          item: link('sdg', String(n), `${n} ${texts.sdgs[n - 1]}`),
        })),
      ),
    },
    example.documents.length > 0 && {
      term: t.documents,
      meaning: listed(
        example.documents.map(({ id, title, standard, size }) => ({
          key: String(id),
          item: (
            <a href={examplePaths.document(id)} lang={lang}>
              {title} ({standard}, {bytes(l, size)})
            </a>
          ),
        })),
      ),
    },
    example.links.length > 0 && {
      term: t.links,
      meaning: listed(
        example.links.map(({ label, address }) => ({ key: address, item: <a href={address}>{label}</a> })),
      ),
    },
  ]
  const shown = items.filter((item) => item !== false)
  if (shown.length === 0) return null
  return (
    <section class="flow" aria-labelledby="i-korthet">
      <h2 id="i-korthet">{t.facts}</h2>
      <DefinitionList items={shown} />
    </section>
  )
}

/** `1,2 MB`, `340 kB`. */
export function bytes(l: Locale, size: number): string {
  return size >= 1_000_000
    ? `${l.number(size / 1_000_000, 1)} MB`
    : `${l.number(Math.max(1, Math.round(size / 1000)))} kB`
}
