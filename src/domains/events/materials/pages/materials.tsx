import { type Locale, toldIn } from '#platform/i18n.ts'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { textsOf } from '../../texts.ts'
import { materialPaths } from '../paths.ts'
import type { Material } from '../queries.ts'
import { mayOpen, type Reader } from '../rules.ts'
import { materialTexts } from '../texts.ts'

export interface MaterialsProps {
  l: Locale
  eventId: number
  materials: Material[]
  reader: Reader
  /** The code of the reader's registration, for those who have no account. */
  code?: string | undefined
}

/** What is shared after an event, session by session; what the reader may not open says for whom it is. */
export function Materials({ l, eventId, materials, reader, code }: MaterialsProps) {
  const t = materialTexts(l).shown
  const groups = Map.groupBy(materials, ({ session }) => toldIn(session, l)?.text ?? t.whole)
  if (materials.length === 0) return null
  return (
    <section class="flow narrow" aria-labelledby="material">
      <h2 id="material">{t.title}</h2>
      {[...groups].map(([session, ofSession]) => (
        <div key={session} class="flow">
          {groups.size > 1 && <h3>{session}</h3>}
          <ul>
            {ofSession.map((material) => (
              <li key={material.id}>
                <MaterialLine
                  l={l}
                  eventId={eventId}
                  material={material}
                  open={mayOpen(material.openTo, reader)}
                  code={code}
                />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

/** One document or recording: a link for those who may open it, with what it is. */
export function MaterialLine(props: {
  l: Locale
  eventId: number
  material: Material
  open: boolean
  code?: string | undefined
}) {
  const { l, eventId, material, open, code } = props
  const t = materialTexts(l).shown
  const { kind, title, captioned, standard, size, address } = material
  const own = materialPaths.open(eventId, material.id) + (code ? `?kod=${code}` : '')
  const about =
    kind === 'recording'
      ? `${t.recording}, ${captioned ? t.captioned : t.notCaptioned}`
      : `${standard}, ${sizeOf(l, size)}`
  return (
    <p>
      {open ? <a href={kind === 'recording' ? address : own}>{title}</a> : title}{' '}
      <span class="subtle">({about})</span> {material.madeUp && <MadeUpBadge label={textsOf(l).madeUp} />}
      {!open && (
        <>
          <br />
          <span class="subtle">{t.closed[material.openTo]}</span>
        </>
      )}
    </p>
  )
}

function sizeOf(l: Locale, bytes: number): string {
  const kilobytes = bytes / 1024
  return kilobytes < 1000 ? `${l.number(Math.max(1, kilobytes))} kB` : `${l.number(kilobytes / 1024, 1)} MB`
}
