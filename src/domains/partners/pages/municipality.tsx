import { type Locale, otherLanguage } from '#platform/i18n.ts'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import type { Municipality } from '../queries.ts'
import { textsOf } from '../texts.ts'
import { Source } from './source.tsx'

/** One municipality in a list. */
export function MunicipalityItem({ l, municipality }: { l: Locale; municipality: Municipality }) {
  const texts = textsOf(l)
  const { name, website, sinceYear, text, madeUp } = municipality
  return (
    <li>
      {website ? <a href={website}>{name}</a> : name}
      {sinceYear !== null && `, ${texts.start.since(sinceYear)}`}.{' '}
      <span lang={otherLanguage(l.language, l)}>{text[l.language]}</span> <Source l={l} fact={municipality} />{' '}
      {madeUp && <MadeUpBadge label={texts.madeUp} />}
    </li>
  )
}
