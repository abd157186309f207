import { type Locale, otherLanguage } from '#platform/i18n.ts'
import { MadeUpBadge, Tag } from '#ui/components/tag.tsx'
import type { Hit } from '../queries.ts'
import { piecesOf } from '../rules.ts'
import type { FoundBy } from '../tables.ts'
import { textsOf } from '../texts.ts'

/** What was found, the best first. */
export function HitList({ l, hits }: { l: Locale; hits: Hit[] }) {
  return (
    <ol class="hits">
      {hits.map((hit) => (
        <li key={`${hit.kind} ${hit.address} ${hit.title}`}>
          <HitView l={l} hit={hit} />
        </li>
      ))}
    </ol>
  )
}

function HitView({ l, hit }: { l: Locale; hit: Hit }) {
  const t = textsOf(l)
  const { kind, address, title, text, organisation, happenedOn, madeUp, audience } = hit
  const lang = otherLanguage(hit.language, l)
  const seenBy = t.seenBy[audience as FoundBy]
  return (
    <article class="hit">
      <p class="hit__about">
        <span>{[t.kinds[kind].one, organisation].filter(Boolean).join(' · ')}</span>
        {happenedOn && (
          <>
            {' · '}
            <time dateTime={happenedOn}>{l.date(happenedOn)}</time>
          </>
        )}
        {seenBy && <Tag tone="outline">{seenBy}</Tag>}
        {lang && <Tag tone="outline">{t.told[lang]}</Tag>}
        {madeUp && <MadeUpBadge label={t.madeUp} />}
      </p>
      <h3>
        <a href={l.href(address)} lang={lang}>
          <Marked text={title} />
        </a>
      </h3>
      {text && (
        <p lang={lang}>
          <Marked text={text} />
        </p>
      )}
    </article>
  )
}

/** A text with what was found marked. */
function Marked({ text }: { text: string }) {
  return (
    <>{piecesOf(text).map(({ text: piece, found }, i) => (found ? <mark key={i}>{piece}</mark> : piece))}</>
  )
}
