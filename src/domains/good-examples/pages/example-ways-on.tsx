import { ButtonLink } from '#ui/components/button.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { addressOf, contactPath, examplePaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import type { ExamplePageProps } from './example.tsx'

/** Who else has done it, and the way for those who have. */
export function DidToo({ l, example, kin, member }: ExamplePageProps) {
  const t = textsOf(l).example
  if (example.hiddenAt || (kin < 2 && !member)) return null
  return (
    <section class="flow" aria-labelledby="spridning">
      <h2 id="spridning">{t.spread}</h2>
      {kin > 1 && (
        <p>
          <a href={l.href(examplePaths.spread(addressOf(example)))}>{t.seeSpread(kin)}</a>
        </p>
      )}
      {member && (
        <p>
          <ButtonLink variant="secondary" href={l.href(examplePaths.didToo(example.id))}>
            {t.didToo}
          </ButtonLink>
        </p>
      )}
    </section>
  )
}

/** Whom to ask, as far as that person wants to be seen. */
export function Contact({ l, contact, contactForMembers, member }: ExamplePageProps) {
  const { example: t, madeUp } = textsOf(l)
  if (!contact && !contactForMembers) return null
  return (
    <section class="flow" aria-labelledby="fraga">
      <h2 id="fraga">{t.contact}</h2>
      {contact ? (
        <p>
          {contact.name}
          {contact.title && `, ${contact.title}`} {contact.madeUp && <MadeUpBadge label={madeUp} />}
          {contact.email && (
            <>
              <br />
              <a href={`mailto:${contact.email}`}>{t.email(contact.name)}</a>
            </>
          )}
          {member && (
            <>
              <br />
              <a href={l.href(contactPath(contact.personId))}>{t.card}</a>
            </>
          )}
        </p>
      ) : (
        <p>{t.contactForMembers}</p>
      )}
    </section>
  )
}
