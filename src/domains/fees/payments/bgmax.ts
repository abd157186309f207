import { type IncomingPayment, type PaymentFile, UnreadablePaymentFile } from './payment.ts'
import { dayOf, identified, joined, payerOrganisation, type Unnamed, wholeOre } from './values.ts'

/** A payment record (20) or deduction record (21) with the records that follow on it. */
interface Transfer {
  line: Line
  sign: 1 | -1
  ore: number
  /** Records 22 (paid) and 23 (deducted). */
  extra: { reference: string; ore: number }[]
  words: string[]
  name: string
  organisationNumber: string | null
}

interface Section {
  account: string
  transfers: Transfer[]
}

/** One record with its place in the file. Positions are counted from 1, as Bankgirot's manual does. */
class Line {
  readonly code: string
  readonly where: string
  readonly #text: string

  constructor(text: string, number: number) {
    this.#text = text.padEnd(80)
    this.code = text.slice(0, 2)
    this.where = `line ${number}`
    if (text.length > 80 || !/^\d\d/.test(text)) throw this.fault()
  }

  field(from: number, to: number): string {
    return this.#text.slice(from - 1, to).trim()
  }

  ore(from: number, to: number): number {
    return wholeOre(this.#text.slice(from - 1, to), this.where)
  }

  count(from: number, to: number): number {
    const digits = this.#text.slice(from - 1, to)
    if (!/^\d+$/.test(digits)) throw this.fault()
    return Number(digits)
  }

  fault(reason: UnreadablePaymentFile['reason'] = 'structure'): UnreadablePaymentFile {
    return new UnreadablePaymentFile(reason, this.where)
  }
}

/**
 * Reads Bankgirot's BgMax (Bankgiro Inbetalningar, teknisk manual): records of 80 characters, amounts in öre.
 *
 * A deduction (21) is a negative payment. Extra references (22, 23) stand beside the reference of their payment, as
 * Bankgirot sends them with amount zero; only when they tell amounts that add up to the payment does each become a
 * payment of its own. Unknown records are passed over, as the manual asks. Counts and sums of 15 and 70 must be right.
 * Throws UnreadablePaymentFile.
 */
export function readBgMax(text: string): PaymentFile {
  // Old systems end a file with the sign 0x1A.
  const lines = text
    .replaceAll('\u001a', ' ')
    .trimEnd()
    .split(/\r\n|\n|\r/)
    .map((line, i) => new Line(line.trimEnd(), i + 1))
  const first = lines[0]
  const last = lines.at(-1)
  if (first?.code !== '01' || last?.code !== '70') {
    throw new UnreadablePaymentFile('structure', last?.where ?? 'line 1')
  }
  const count = (...codes: string[]) => lines.filter(({ code }) => codes.includes(code)).length
  if (count('01') !== 1 || count('70') !== 1) throw last.fault()

  const accounts: string[] = []
  const payments: Unnamed[] = []
  let section: Section | undefined
  for (const line of lines.slice(1, -1)) {
    if (line.code === '05') {
      if (section) throw line.fault()
      section = open(line)
      accounts.push(section.account)
    } else if (line.code === '15') {
      if (!section) throw line.fault()
      payments.push(...close(section, line))
      section = undefined
    } else if (/^2[0-9]$/.test(line.code)) {
      if (!section) throw line.fault()
      add(section, line)
    }
  }
  if (section) throw last.fault()
  const told = [last.count(3, 10), last.count(11, 18), last.count(19, 26), last.count(27, 34)]
  const found = [count('20'), count('21'), count('22', '23'), count('15')]
  if (told.some((number, i) => number !== found[i])) throw last.fault('sum')
  const taken = payments.filter(({ payment }) => payment.amountOre !== 0)
  return {
    format: 'bgmax',
    messageId: first.field(25, 44),
    account: joined(accounts, ', '),
    createdOn: dayOf(first.field(25, 32), first.where),
    payments: identified(taken),
    skipped: payments.length - taken.length,
  }
}

function open(line: Line): Section {
  if (line.field(23, 25) !== 'SEK') throw line.fault('currency')
  const account = withoutZeros(line.field(3, 12)) || withoutZeros(line.field(13, 22))
  if (!/^\d{2,10}$/.test(account)) throw line.fault()
  return { account, transfers: [] }
}

function add(section: Section, line: Line): void {
  if (line.code === '20' || line.code === '21') {
    const sign = line.code === '20' ? 1 : -1
    section.transfers.push({
      line,
      sign,
      ore: line.ore(38, 55),
      extra: [],
      words: [],
      name: '',
      organisationNumber: null,
    })
    return
  }
  const transfer = section.transfers.at(-1)
  if (!transfer) throw line.fault()
  if (line.code === '22' || line.code === '23') {
    transfer.extra.push({
      reference: line.field(13, 37),
      ore: (line.code === '22' ? 1 : -1) * line.ore(38, 55),
    })
  } else if (line.code === '25') transfer.words.push(line.field(3, 52))
  else if (line.code === '26') transfer.name = joined([line.field(3, 37), line.field(38, 72)])
  else if (line.code === '29') transfer.organisationNumber = payerOrganisation(line.field(3, 14))
}

/** Ends a section with its deposit record, which tells the day for all of it. */
function close({ account, transfers }: Section, deposit: Line): Unnamed[] {
  if (deposit.field(69, 71) !== 'SEK') throw deposit.fault('currency')
  const bookedOn = dayOf(deposit.field(38, 45), deposit.where)
  const sum = transfers.reduce((total, { sign, ore }) => total + sign * ore, 0)
  if (deposit.ore(51, 68) !== sum || deposit.count(72, 79) !== transfers.length) throw deposit.fault('sum')
  return transfers.flatMap((transfer) => {
    const serial = transfer.line.field(58, 69)
    const reference = /[1-9]/.test(serial) ? `${bookedOn}/${serial}` : ''
    return partsOf(transfer, bookedOn).map((payment, i) => ({
      bankReference: reference && i > 0 ? `${reference}/part ${i + 1}` : reference,
      account,
      payment,
    }))
  })
}

function partsOf(transfer: Transfer, bookedOn: string): Omit<IncomingPayment, 'identity'>[] {
  const { line, sign, ore, extra } = transfer
  const own = line.field(13, 37)
  const others = extra.map(({ reference }) => reference).filter((one) => !own.split(/\s+/).includes(one))
  const whole = {
    bookedOn,
    amountOre: sign * ore || 0,
    currency: 'SEK',
    reference: joined([own, ...others]) || joined(transfer.words),
    payerName: transfer.name,
    payerOrganisationNumber: transfer.organisationNumber,
    payerAccount: withoutZeros(line.field(3, 12)),
  }
  const sum = extra.reduce((total, part) => total + part.ore, 0)
  const isSplit = extra.length > 0 && extra.every((part) => part.ore !== 0) && sum === whole.amountOre
  if (!isSplit) return [whole]
  return extra.map((part) => ({ ...whole, amountOre: part.ore, reference: joined([part.reference]) }))
}

function withoutZeros(digits: string): string {
  return digits.replace(/^0+/, '')
}
