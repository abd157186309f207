import { all, textAt } from '../xml.ts'
import {
  category,
  given,
  line,
  linesOf,
  oreAt,
  type Rule,
  rule,
  schemes,
  seller,
  subtotals,
  sum,
} from './rule.ts'

const reason = /<cbc:TaxExemptionReason>.*<\/cbc:TaxExemptionReason>/
const mixed = '<cac:ClassifiedTaxCategory>\n        <cbc:ID>O</cbc:ID>'

/** EN 16931: the three ways in which a line stands to VAT. */
export const vatRules: Rule[] = [
  rule(
    'BR-O-01',
    'lines outside the scope have one category in the breakdown',
    (x) => subtotals(x, 'O').length === (linesOf(x, 'O').length > 0 ? 1 : 0),
    ['municipality', '<cac:TaxCategory>\n        <cbc:ID>O', '<cac:TaxCategory>\n        <cbc:ID>Z'],
  ),
  rule(
    'BR-O-02',
    'outside the scope nobody has a VAT number',
    (x) => linesOf(x, 'O').length === 0 || schemes(x, 'VAT').length === 0,
    ['municipality', '>TAX<', '>VAT<'],
  ),
  rule(
    'BR-O-05',
    'outside the scope there is no rate',
    (x) => linesOf(x, 'O').every((one) => !textAt(one, `${category}/Percent`)),
    ['municipality', mixed, `${mixed}<cbc:Percent>0</cbc:Percent>`],
  ),
  rule(
    'BR-O-08',
    'outside the scope the breakdown has the sum of the lines',
    (x) => sum(subtotals(x, 'O'), 'TaxableAmount') === sum(linesOf(x, 'O'), 'LineExtensionAmount'),
    ['municipality', /16573\.60(<\/cbc:Taxable)/, '16573.61$1'],
  ),
  rule('BR-O-09', 'outside the scope there is no tax', (x) => sum(subtotals(x, 'O'), 'TaxAmount') === 0, [
    'municipality',
    /(?<before><cac:TaxSubtotal>[\s\S]*?TaxAmount currencyID="SEK">)0\.00/,
    '$<before>1.00',
  ]),
  rule(
    'BR-O-10',
    'outside the scope has its reason',
    (x) =>
      subtotals(x, 'O').every((one) => textAt(one, 'TaxCategory/TaxExemptionReasonCode') === 'VATEX-EU-O'),
    ['municipality', /<cbc:TaxExemptionReasonCode>.*\n/, ''],
  ),
  rule(
    'BR-O-11',
    'outside the scope stands alone',
    (x) => subtotals(x, 'O').length === 0 || subtotals(x).length === 1,
    ['exempt and taxed', '<cbc:ID>E<', '<cbc:ID>O<'],
  ),
  rule(
    'BR-O-12',
    'outside the scope every line is',
    (x) => subtotals(x, 'O').length === 0 || linesOf(x, 'O').length === line(x).length,
    ['municipality', mixed, mixed.replace('>O<', '>E<')],
  ),
  rule(
    'BR-S-01',
    'taxed lines are in the breakdown',
    (x) => linesOf(x, 'S').length === 0 || subtotals(x, 'S').length > 0,
    ['event with VAT', '<cac:TaxCategory>\n        <cbc:ID>S', '<cac:TaxCategory>\n        <cbc:ID>Z'],
  ),
  rule(
    'BR-S-02',
    'who taxes has a VAT number',
    (x) =>
      linesOf(x, 'S').length === 0 ||
      all(x, `${seller}/PartyTaxScheme`).some((one) => textAt(one, 'TaxScheme/ID') === 'VAT'),
    ['event with VAT', /<cac:PartyTaxScheme>[\s\S]*<\/cac:PartyTaxScheme>/, ''],
  ),
  rule(
    'BR-S-05',
    'a taxed line has a rate',
    (x) => linesOf(x, 'S').every((one) => Number(textAt(one, `${category}/Percent`)) > 0),
    ['event with VAT', /(?<before><cbc:ID>S<\/cbc:ID>\s*<cbc:Percent>)25(?=[^.]*<\/cac:Item>)/, '$<before>0'],
  ),
  rule(
    'BR-S-08',
    'each rate has the sum of its lines',
    (x) =>
      subtotals(x, 'S').every(
        (one) =>
          oreAt(one, 'TaxableAmount') ===
          sum(
            linesOf(x, 'S').filter(
              (of) => textAt(of, `${category}/Percent`) === textAt(one, 'TaxCategory/Percent'),
            ),
            'LineExtensionAmount',
          ),
      ),
    ['three rates', '<cbc:Percent>6<', '<cbc:Percent>12<'],
  ),
  rule(
    'BR-S-10',
    'what is taxed has no reason not to be',
    (x) => subtotals(x, 'S').every((one) => all(one, 'TaxCategory/TaxExemptionReason').length === 0),
    ['exempt', '<cbc:ID>E<', '<cbc:ID>S<'],
  ),
  rule(
    'BR-E-01',
    'exempt lines have one category in the breakdown',
    (x) => subtotals(x, 'E').length === (linesOf(x, 'E').length > 0 ? 1 : 0),
    ['exempt', '<cac:TaxCategory>\n        <cbc:ID>E', '<cac:TaxCategory>\n        <cbc:ID>Z'],
  ),
  rule(
    'BR-E-02',
    'who exempts is registered',
    (x) => linesOf(x, 'E').length === 0 || all(x, `${seller}/PartyTaxScheme`).length > 0,
    ['exempt', /<cac:PartyTaxScheme>[\s\S]*<\/cac:PartyTaxScheme>/, ''],
  ),
  rule(
    'BR-E-05',
    'an exempt line has the rate 0',
    (x) => linesOf(x, 'E').every((one) => textAt(one, `${category}/Percent`) === '0'),
    ['exempt', /(?<before><cbc:ID>E<\/cbc:ID>\s*<cbc:Percent>)0(?=[^.]*<\/cac:Item>)/, '$<before>6'],
  ),
  rule('BR-E-09', 'exempt is without tax', (x) => sum(subtotals(x, 'E'), 'TaxAmount') === 0, [
    'exempt',
    /(?<before><cac:TaxSubtotal>[\s\S]*?TaxAmount currencyID="SEK">)0\.00/,
    '$<before>1.00',
  ]),
  rule(
    'BR-E-10',
    'exempt has its reason',
    (x) => subtotals(x, 'E').every(given('TaxCategory/TaxExemptionReason')),
    ['exempt', reason, ''],
  ),
]
