import { documentRules, sumRules } from './document-rules.ts'
import { peppolRules, swedishRules } from './network-rules.ts'
import type { Rule } from './rule.ts'
import { vatRules } from './vat-rules.ts'

/** The rules of EN 16931 and Peppol that concern the association's invoices, under their official ids. */
export const rules: Rule[] = [...documentRules, ...sumRules, ...vatRules, ...peppolRules, ...swedishRules]
