import { z } from 'zod'
import { isStatus, openingFilter, type RegisterFilter } from './rules/register.ts'

const question = z.object({
  sok: z.string().trim().max(100).catch(''),
  slag: z.enum(['municipality', 'region', 'partner']).nullable().catch(null),
  lan: z.string().max(10).catch(''),
  status: z.string().catch('member'),
  saknar: z.string().max(40).catch(''),
  profil: z.string().catch(''),
  slutar: z.string().catch(''),
})

/** The filter of the register as its address says it: `?sok=&slag=&lan=&status=&saknar=&profil=&slutar=`. */
export function readRegisterFilter(query: Record<string, string>): RegisterFilter {
  const { sok, slag, lan, status, saknar, profil, slutar } = question.parse(query)
  return {
    text: sok,
    kind: slag,
    countyCode: lan,
    status: status === 'all' || isStatus(status) ? status : openingFilter.status,
    lacks: saknar,
    incomplete: profil !== '',
    leaving: slutar !== '',
  }
}

/** The page of the register that its address says, from 1. */
export function readRegisterPage(query: Record<string, string>): number {
  return z.coerce.number().int().min(1).max(100_000).catch(1).parse(query.sida)
}

/** The same filter as an address, without what the register opens with. */
export function writeRegisterFilter(filter: RegisterFilter): string {
  const query = new URLSearchParams()
  if (filter.text) query.set('sok', filter.text)
  if (filter.kind) query.set('slag', filter.kind)
  if (filter.countyCode) query.set('lan', filter.countyCode)
  if (filter.status !== openingFilter.status) query.set('status', filter.status)
  if (filter.lacks) query.set('saknar', filter.lacks)
  if (filter.incomplete) query.set('profil', 'ofullstandig')
  if (filter.leaving) query.set('slutar', '1')
  const text = query.toString()
  return text && `?${text}`
}
