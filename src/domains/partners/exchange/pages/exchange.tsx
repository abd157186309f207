import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { DefinitionList } from '#ui/components/definition-list.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { countryName } from '../../countries.ts'
import { partnerPaths } from '../../paths.ts'
import type { ExchangeKind } from '../../tables.ts'
import { textsOf } from '../../texts.ts'
import { inGroups } from '../fingerprint-text.ts'
import type { KeptDocument, Subscription } from '../queries.ts'

export interface ExchangePageProps {
  l: Locale
  offers: ExchangeKind[]
  fingerprint: string | null
  /** Our public address. */
  origin: string
  subscriptions: Subscription[]
}

/** What we offer other networks, with the fingerprint to pin, and whom we fetch from. */
export function ExchangePage({ l, offers, fingerprint, origin, subscriptions }: ExchangePageProps) {
  const texts = textsOf(l)
  const t = texts.exchange
  return (
    <>
      <Breadcrumbs l={l} steps={[{ href: l.href(partnerPaths.start), label: texts.back }]} />
      <PageHeader title={t.title} lead={t.lead} />
      <section class="flow" aria-labelledby="erbjuder">
        <h2 id="erbjuder">{t.ours}</h2>
        {offers.length === 0 || !fingerprint ? (
          <p>{t.nothing}</p>
        ) : (
          <>
            <ul>
              {offers.map((kind) => (
                <li key={kind}>
                  <a href={partnerPaths.apiKind(kind)}>{t.kinds[kind]}</a>
                </li>
              ))}
            </ul>
            <DefinitionList
              items={[
                { term: t.address, meaning: <code>{origin}</code> },
                { term: t.fingerprint, meaning: <code>{inGroups(fingerprint)}</code> },
              ]}
            />
            <p>{t.fingerprintHint}</p>
            <h3>{t.how(texts.ownName)}</h3>
            <ol>
              {t.steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </>
        )}
        <p>
          <a href={partnerPaths.apiSchema}>{t.format}</a>
        </p>
      </section>
      <section class="flow" aria-labelledby="hamtar">
        <h2 id="hamtar">{t.theirs}</h2>
        {subscriptions.length === 0 && <p>{t.noSubscriptions}</p>}
        <ul>
          {subscriptions.map(({ id, name, country, documents, madeUp }) => (
            <li key={id}>
              <a href={l.href(partnerPaths.from(id))}>{name}</a>, {countryName(l, country)}{' '}
              {madeUp && <MadeUpBadge label={texts.madeUp} />}
              <br />
              <span class="subtle">{documents.map((one) => fetchedWhen(l, one)).join('. ')}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

/** `Nyckeltal: Hämtat 3 mars 2026 04:05`. */
export function fetchedWhen(l: Locale, { kind, fetchedAt }: KeptDocument): string {
  const t = textsOf(l).exchange
  return `${t.kinds[kind]}: ${fetchedAt ? t.fetched(l.moment(fetchedAt)) : t.notFetched}`
}
