import { all, everything, textAt, type XmlNode } from '../xml.ts'
import {
  buyer,
  companyNumber,
  given,
  line,
  oreAt,
  type Rule,
  rule,
  schemes,
  seller,
  vatNumbers,
} from './rule.ts'

const luhn = (digits: string) =>
  [...digits].reduceRight((total, digit, i) => {
    const product = Number(digit) * ((digits.length - i) % 2 === 0 ? 2 : 1)
    return total + Math.trunc(product / 10) + (product % 10)
  }, 0) %
    10 ===
  0
const swedish = (x: XmlNode) => everything(x).filter(({ attributes }) => attributes.schemeID === '0007')
const global = (x: XmlNode) => everything(x).filter(({ attributes }) => attributes.schemeID === '0088')
const gln = (digits: string) =>
  [...digits].reduceRight((total, d, i) => total + Number(d) * ((digits.length - i) % 2 === 0 ? 3 : 1), 0) %
    10 ===
  0
const means = (x: XmlNode, branch: RegExp) =>
  all(x, 'PaymentMeans/PayeeFinancialAccount').filter((one) =>
    branch.test(textAt(one, 'FinancialInstitutionBranch/ID') ?? ''),
  )
const quantity = (x: XmlNode): Pick<XmlNode, 'text' | 'attributes'> =>
  x.children.find(({ name }) => /^(Invoiced|Credited)Quantity$/.test(name)) ?? { text: '', attributes: {} }
const specification = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0'

/** Peppol BIS Billing 3.0, beyond EN 16931. */
export const peppolRules: Rule[] = [
  rule('PEPPOL-EN16931-R001', 'names its process', given('ProfileID'), [
    'municipality',
    /<cbc:ProfileID>.*\n/,
    '',
  ]),
  rule('PEPPOL-EN16931-R003', 'has the buyer’s reference', given('BuyerReference'), [
    'municipality',
    /<cbc:BuyerReference>.*\n/,
    '',
  ]),
  rule(
    'PEPPOL-EN16931-R004',
    'names Peppol BIS Billing',
    (x) => textAt(x, 'CustomizationID') === specification,
    ['municipality', 'billing:3.0', 'billing:2.0'],
  ),
  rule(
    'PEPPOL-EN16931-R007',
    'names the billing process',
    (x) => /^urn:fdc:peppol\.eu:2017:poacc:billing:\d\d:1\.0$/.test(textAt(x, 'ProfileID') ?? ''),
    ['municipality', 'billing:01:1.0', 'billing:1.0'],
  ),
  rule(
    'PEPPOL-EN16931-R008',
    'has no empty element',
    (x) => everything(x).every((one) => one.children.length > 0 || one.text.trim() !== ''),
    ['municipality', '<cbc:CityName>Falkenberg<', '<cbc:CityName><'],
  ),
  rule('PEPPOL-EN16931-R010', 'addresses the buyer', given(`${buyer}/EndpointID`), [
    'municipality',
    /<cbc:EndpointID schemeID="0007">2120001231<\/cbc:EndpointID>/,
    '',
  ]),
  rule('PEPPOL-EN16931-R020', 'addresses the seller', given(`${seller}/EndpointID`), [
    'municipality',
    /<cbc:EndpointID schemeID="0007">8020009992<\/cbc:EndpointID>/,
    '',
  ]),
  rule('PEPPOL-EN16931-R053', 'has one VAT total with a breakdown', (x) => all(x, 'TaxTotal').length === 1, [
    'municipality',
    /<cac:TaxTotal>[\s\S]*<\/cac:TaxTotal>/,
    '$&$&',
  ]),
  rule(
    'PEPPOL-EN16931-R120',
    'a line is quantity × price',
    (x) =>
      line(x).every(
        (one) =>
          oreAt(one, 'LineExtensionAmount') ===
          Math.round(Number(quantity(one).text) * oreAt(one, 'Price/PriceAmount')),
      ),
    ['event with VAT', />3<\/cbc:InvoicedQuantity>/, '>4</cbc:InvoicedQuantity>'],
  ),
  rule(
    'BR-23',
    'quantities name their unit',
    (x) => line(x).every((one) => quantity(one).attributes.unitCode === 'C62'),
    ['municipality', 'unitCode="C62"', ''],
  ),
  rule(
    'PEPPOL-COMMON-R040',
    'a GLN has its check digit',
    (x) => global(x).every(({ text }) => /^\d{13}$/.test(text) && gln(text)),
    ['GLN address', '7300010000001', '7300010000002'],
  ),
  rule(
    'PEPPOL-COMMON-R049',
    'a Swedish organisation number has its check digit',
    (x) => swedish(x).every(({ text }) => /^\d{10}$/.test(text) && luhn(text)),
    ['municipality', '2120001231', '2120001232'],
  ),
]

const fTax = 'Godkänd för F-skatt'

/** The Swedish rules of Peppol BIS Billing. */
export const swedishRules: Rule[] = [
  rule(
    'SE-R-001',
    'a VAT number has fourteen signs',
    (x) => vatNumbers(x).every((one) => one.length === 14),
    ['event with VAT', 'SE802000999201', 'SE8020009992'],
  ),
  rule(
    'SE-R-002',
    'a VAT number ends in twelve digits',
    (x) => vatNumbers(x).every((one) => /^SE\d{12}$/.test(one)),
    ['event with VAT', 'SE802000999201', 'SE80200099920A'],
  ),
  rule('SE-R-003', 'the organisation number is digits only', (x) => /^\d+$/.test(companyNumber(x)), [
    'municipality',
    /8020009992(<\/cbc:CompanyID>)/,
    '802000-9992$1',
  ]),
  rule('SE-R-004', 'the organisation number has ten digits', (x) => companyNumber(x).length === 10, [
    'municipality',
    /8020009992(<\/cbc:CompanyID>)/,
    '168020009992$1',
  ]),
  rule(
    'SE-R-005',
    'who is approved for F-skatt says so in Swedish',
    (x) => schemes(x, 'TAX').every((one) => textAt(one, 'CompanyID') === fTax),
    ['municipality', fTax, 'Approved for F-tax'],
  ),
  rule(
    'SE-R-006',
    'only the three Swedish rates are used',
    (x) =>
      line(x).every(
        (one) =>
          textAt(one, 'Item/ClassifiedTaxCategory/ID') !== 'S' ||
          /^(25|12|6)$/.test(textAt(one, 'Item/ClassifiedTaxCategory/Percent') ?? ''),
      ),
    ['event with VAT', /<cbc:Percent>25/g, '<cbc:Percent>20'],
  ),
  rule(
    'SE-R-007',
    'a plusgiro is digits only',
    (x) => means(x, /^SE:PLUSGIRO$/).every((one) => /^\d+$/.test(textAt(one, 'ID') ?? '')),
    ['plusgiro', '9020033', '902003-3'],
  ),
  rule(
    'SE-R-008',
    'a bankgiro is digits only',
    (x) => means(x, /^SE:BANKGIRO$/).every((one) => /^\d+$/.test(textAt(one, 'ID') ?? '')),
    ['municipality', '50501055', '5050-1055'],
  ),
  rule(
    'SE-R-009',
    'a bankgiro has seven or eight digits',
    (x) => means(x, /^SE:BANKGIRO$/).every((one) => /^.{7,8}$/.test(textAt(one, 'ID') ?? '')),
    ['municipality', '50501055', '505010550'],
  ),
  rule(
    'SE-R-010',
    'a plusgiro has two to eight digits',
    (x) => means(x, /^SE:PLUSGIRO$/).every((one) => /^.{2,8}$/.test(textAt(one, 'ID') ?? '')),
    ['plusgiro', '9020033', '902003390'],
  ),
  rule(
    'SE-R-011',
    'a Swedish giro is paid by credit transfer',
    (x) => all(x, 'PaymentMeans').every((one) => textAt(one, 'PaymentMeansCode') === '30'),
    ['municipality', '<cbc:PaymentMeansCode>30', '<cbc:PaymentMeansCode>56'],
  ),
  rule('SE-R-013', 'the organisation number has its check digit', (x) => luhn(companyNumber(x)), [
    'municipality',
    /8020009992(<\/cbc:CompanyID>)/,
    '8020009993$1',
  ]),
]
