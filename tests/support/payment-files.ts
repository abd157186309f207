/** A credit transfer for the builders; kronor as a bank writes them. */
export interface SampleTransfer {
  amount: string
  reference?: string
  words?: string
  payer?: string
  organisationNumber?: string
  bankReference?: string
  /** Further XML inside TxDtls, or in place of what stands in RmtInf. */
  remittance?: string
}

/** One Ntry. Give `transfers` for details, or none for a bare entry. */
export interface SampleEntry {
  amount: string
  currency?: string
  sign?: 'CRDT' | 'DBIT'
  status?: string
  reversal?: boolean
  bookedOn?: string
  bankReference?: string
  transfers?: SampleTransfer[]
}

export interface SampleMessage {
  message?: 'camt.053' | 'camt.054'
  version?: '02' | '08'
  prefix?: string
  /** The entries of each Stmt or Ntfctn. */
  reports: SampleEntry[][]
}

/** A camt message as Swedish banks send it. Version 08 writes amounts, status and parties where it has them. */
export function camtSample({
  message = 'camt.053',
  version = '02',
  prefix = '',
  reports,
}: SampleMessage): string {
  const [root, report] =
    message === 'camt.053' ? ['BkToCstmrStmt', 'Stmt'] : ['BkToCstmrDbtCdtNtfctn', 'Ntfctn']
  const isNew = version === '08'
  const transfer = (one: SampleTransfer, sign: string) => {
    const amount = `<Amt Ccy="SEK">${one.amount}</Amt>`
    const party = `${tag('Nm', one.payer ?? 'Falkenbergs kommun')}${
      one.organisationNumber
        ? `<Id><OrgId><Othr><Id>${one.organisationNumber}</Id><SchmeNm><Cd>TXID</Cd></SchmeNm></Othr></OrgId></Id>`
        : ''
    }`
    const structured = tag(
      'Strd',
      one.reference &&
        `<CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry></Tp>${tag('Ref', one.reference)}</CdtrRefInf>`,
    )
    return `<TxDtls><Refs>${tag('AcctSvcrRef', one.bankReference)}<EndToEndId>NOTPROVIDED</EndToEndId></Refs>
      ${isNew ? `${amount}<CdtDbtInd>${sign}</CdtDbtInd>` : `<AmtDtls><TxAmt>${amount}</TxAmt></AmtDtls>`}
      <RltdPties><Dbtr>${isNew ? `<Pty>${party}</Pty>` : party}</Dbtr>
      <DbtrAcct><Id><Othr><Id>50501055</Id></Othr></Id></DbtrAcct></RltdPties>
      <RmtInf>${one.remittance ?? `${tag('Ustrd', one.words)}${structured}`}</RmtInf></TxDtls>`
  }
  const entry = (one: SampleEntry) => `<Ntry><Amt Ccy="${one.currency ?? 'SEK'}">${one.amount}</Amt>
    <CdtDbtInd>${one.sign ?? 'CRDT'}</CdtDbtInd>${one.reversal ? '<RvslInd>true</RvslInd>' : ''}
    <Sts>${isNew ? tag('Cd', one.status ?? 'BOOK') : (one.status ?? 'BOOK')}</Sts>
    <BookgDt>${one.bookedOn ?? '<Dt>2026-03-02</Dt>'}</BookgDt>${tag('AcctSvcrRef', one.bankReference)}
    ${tag('NtryDtls', one.transfers?.map((each) => transfer(each, one.sign ?? 'CRDT')).join(''))}</Ntry>`
  const body = reports
    .map(
      (entries, i) => `<${report}><Id>${i + 1}</Id><Acct><Id><IBAN>SE4550000000058398257466</IBAN></Id>
      <Ccy>SEK</Ccy></Acct>${entries.map(entry).join('\n')}</${report}>`,
    )
    .join('\n')
  const document = `<Document><${root}><GrpHdr><MsgId>SEB-20260302-1</MsgId>
    <CreDtTm>2026-03-02T23:30:00+01:00</CreDtTm></GrpHdr>${body}</${root}></Document>`
  const named = prefix ? document.replaceAll(/<(\/?)(\w)/g, `<$1${prefix}:$2`) : document
  const space = `urn:iso:std:iso:20022:tech:xsd:${message}.001.${version}`
  return `<?xml version="1.0" encoding="UTF-8"?>\n${named.replace('Document', `Document xmlns${prefix && `:${prefix}`}="${space}"`)}`
}

function tag(name: string, content: string | undefined): string {
  return content ? `<${name}>${content}</${name}>` : ''
}

/** Records of a BgMax file. Öre in, 80 characters out. */
export const bgMax = {
  start: () => `01${'BGMAX'.padEnd(20)}0120260302173035010331P`.padEnd(80),
  open: (bankgiro = '50501055', currency = 'SEK') =>
    `05${bankgiro.padStart(10, '0')}${' '.repeat(10)}${currency}`.padEnd(80),
  /** Records 20 to 23. */
  transfer: (code: string, ore: number | string, reference = '', serial = '140', giro = '3783511') =>
    `${code}${giro.padStart(10, '0')}${reference.padEnd(25)}${String(ore).padStart(18, '0')}22${serial.padStart(12, '0')}0`.padEnd(
      80,
    ),
  words: (text: string) => `25${text}`.padEnd(80),
  name: (text: string) => `26${text}`.padEnd(80),
  organisation: (digits: string) => `29${digits.padStart(12, '0')}`.padEnd(80),
  deposit: (ore: number, count: number, day = '20260302', currency = 'SEK') =>
    `15${'58398257466'.padStart(35, '0')}${day}00074${String(ore).padStart(18, '0')}${currency}${String(count).padStart(8, '0')}K`,
  end: (...counts: [payments: number, deductions: number, extra: number, deposits: number]) =>
    `70${counts.map((count) => String(count).padStart(8, '0')).join('')}`.padEnd(80),
  file: (...records: string[]) => Uint8Array.from(Buffer.from(`${records.join('\r\n')}\r\n`, 'latin1')),
}

/** Text as bytes of an encoding, as Buffer calls it. */
export function bytesOf(text: string, encoding: 'utf8' | 'utf16le' | 'latin1' = 'utf8'): Uint8Array {
  return Uint8Array.from(Buffer.from(text, encoding))
}
