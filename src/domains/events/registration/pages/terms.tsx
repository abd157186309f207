import { shortKronor } from '#domains/fees/index.ts'
import type { Locale } from '#platform/i18n.ts'
import type { Event } from '../../queries.ts'
import { textsOf } from '../texts.ts'

export interface TermsProps {
  l: Locale
  event: Event
  /** Who gets the invoice, when that is known. */
  payer: string
  /** What is added to the price, in per cent. */
  vat: number
}

/** What taking part costs, who pays, and until when cancelling does not cost. */
export function Terms({ l, event, payer, vat }: TermsProps) {
  const t = textsOf(l).terms
  const costs = event.priceOre > 0
  return (
    <section class="flow" aria-labelledby="villkor">
      <h2 id="villkor">{t.heading}</h2>
      {costs ? (
        <>
          <p>
            {t.price(shortKronor(l, event.priceOre), '')} {vat > 0 && t.vat(vat)}
          </p>
          {payer && <p>{event.cancelBy ? t.invoice(payer) : t.invoiceLater(payer)}</p>}
          <p>{event.cancelBy ? t.cancelBy(l.date(event.cancelBy)) : t.cancelFree}</p>
        </>
      ) : (
        <p>
          {t.free} {t.cancelAnyTime}
        </p>
      )}
    </section>
  )
}
