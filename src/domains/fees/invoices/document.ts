/** How a line is taxed. `O`: outside the scope of VAT, as membership fees are; then every line is `O`. */
export type Vat =
  | { category: 'O' }
  | { category: 'S'; percent: 25 | 12 | 6 }
  | { category: 'E'; reason: string }

/** One line of an invoice. Amounts are integer öre; a credit note carries positive amounts too. */
export interface InvoiceLine {
  name: string
  /** How the amount came about, in words: `4 000 kr + 0,30 kr × 41 912 invånare`. */
  description: string
  quantity: number
  unitPriceOre: number
  vat: Vat
}

/** Where money is paid to: the digits alone, check digit included. */
export interface GiroAccount {
  kind: 'bankgiro' | 'plusgiro'
  number: string
}

/** The association, as it stands on an invoice. */
export interface Seller {
  name: string
  /** Ten digits without a hyphen, Luhn-valid. */
  organisationNumber: string
  /** `SE` + ten digits + `01`, needed only when a line carries VAT. */
  vatNumber: string | null
  /** Whether the words “Godkänd för F-skatt” belong on the invoice. */
  approvedForFTax: boolean
  address: string
  postalCode: string
  city: string
  email: string
  phone: string
  web: string
  account: GiroAccount
}

/** Who pays. */
export interface Buyer {
  name: string
  organisationNumber: string | null
  address: string
  postalCode: string
  city: string
  email: string
  /** Peppol participant: scheme `0007` (organisation number) or `0088` (GLN). Null: no e-invoice can be sent. */
  electronicAddress: { scheme: '0007' | '0088'; identifier: string } | null
}

/**
 * An invoice or a credit note as it is issued: complete in itself, kept for seven years and never changed.
 * Days are `YYYY-MM-DD`, money is integer öre, the currency is SEK.
 */
export interface InvoiceDocument {
  kind: 'invoice' | 'credit-note'
  /** Digits; gapless within its series and year: `20260001`. */
  number: string
  issuedOn: string
  dueOn: string
  /** What the payer writes on the payment; digits with a Luhn check digit last. */
  ocr: string
  seller: Seller
  buyer: Buyer
  /** The buyer's own reference; Peppol demands it (PEPPOL-EN16931-R003). */
  buyerReference: string
  /** The time that the fee covers. */
  period: { from: string; to: string } | null
  lines: InvoiceLine[]
  /** The invoice that a credit note corrects. */
  credits: { number: string; issuedOn: string } | null
  /** Free words to the reader: the decision that the fee rests on, or why it is credited. */
  note: string
}

/** One VAT category of an invoice with what it taxes and the tax, in öre. */
export interface VatPart {
  vat: Vat
  netOre: number
  vatOre: number
}

export interface Totals {
  netOre: number
  vatOre: number
  /** What is to be paid, or is credited. */
  totalOre: number
  parts: VatPart[]
}

/** Net amount of a line in öre: quantity × price, rounded to whole öre. */
export function lineNet({ quantity, unitPriceOre }: InvoiceLine): number {
  return Math.round(quantity * unitPriceOre)
}

/** Sums of a document by EN 16931: VAT is counted once for each category and rate, on the sum of its lines. */
export function totalsOf(lines: InvoiceLine[]): Totals {
  const parts = new Map<string, VatPart>()
  for (const line of lines) {
    const key = line.vat.category === 'S' ? `S${line.vat.percent}` : line.vat.category
    const part = parts.get(key) ?? { vat: line.vat, netOre: 0, vatOre: 0 }
    parts.set(key, { ...part, netOre: part.netOre + lineNet(line) })
  }
  const taxed = [...parts.values()].map((part) => ({
    ...part,
    vatOre: part.vat.category === 'S' ? Math.round((part.netOre * part.vat.percent) / 100) : 0,
  }))
  const netOre = taxed.reduce((sum, part) => sum + part.netOre, 0)
  const vatOre = taxed.reduce((sum, part) => sum + part.vatOre, 0)
  return { netOre, vatOre, totalOre: netOre + vatOre, parts: taxed }
}
