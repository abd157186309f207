import { uses } from '#platform/association.ts'
import type { Locale } from '#platform/i18n.ts'
import { neighbourPaths, openDataPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'

/** Ways in for programs: both APIs, the catalogue, descriptions of the files, and the feed of corrections. */
export function Programs({ l, baseUrl }: { l: Locale; baseUrl: string }) {
  const t = textsOf(l).page
  const words = t.programs
  const feed = l.href(`${neighbourPaths.revisions}.atom`)
  return (
    <section aria-labelledby="program">
      <h2 id="program">{t.programsTitle}</h2>
      <ul>
        <li>
          {words.api} <a href={l.href(neighbourPaths.apiReference)}>{words.apiLink}</a>
        </li>
        {uses('kolada') && (
          <li>
            {words.kolada} <code>{baseUrl + neighbourPaths.kolada}</code>. {words.koladaNote}
          </li>
        )}
        {uses('dcat-ap-se') && (
          <li>
            {words.catalogue}{' '}
            {(['rdf', 'ttl', 'jsonld'] as const).map((ending, i) => (
              <>
                {i > 0 && ', '}
                <a href={`${openDataPaths.catalogue}.${ending}`}>{serialisationNames[ending]}</a>
              </>
            ))}
          </li>
        )}
        <li>{words.metadata}</li>
        <li>
          {words.feed} <a href={feed}>{feed}</a>
        </li>
      </ul>
    </section>
  )
}

const serialisationNames = { rdf: 'RDF/XML', ttl: 'Turtle', jsonld: 'JSON-LD' }
