import { recorded } from './recorded-sources.ts'
import { type SourceStub, sourceStub } from './source-stub.ts'

/** A value of the stub: a number, or what stands beside it when it is missing or deleted. */
export type StubValue = number | { status: string; isdeleted?: boolean } | undefined

export interface KoladaStub extends SourceStub {
  /** What the next answers hold. */
  values: (kpi: string, unit: string, year: number) => StubValue
  kpis: { id: string; municipality_type: string }[]
  /** Values on a page. */
  perPage: number
}

const dataAddress = /^\/v3\/data\/kpi\/([^/]+)\/municipality\/([^/]+)\/year\/([^/]+)$/

/** Kolada on loopback, in the form of the recorded answers; a test may change its parts as it goes. */
export async function koladaStub(values: KoladaStub['values'] = () => undefined): Promise<KoladaStub> {
  const parts: Pick<KoladaStub, 'values' | 'kpis' | 'perPage'> = {
    values,
    kpis: recorded.kpis,
    perPage: 5000,
  }
  const answer = (url: URL) => {
    if (url.pathname === '/v3/kpi') return pageOf(url, stub.kpis, stub.perPage)
    const [, kpi, units = '', years = ''] = dataAddress.exec(decodeURIComponent(url.pathname)) ?? []
    if (kpi === undefined) return undefined
    const rows = units.split(',').flatMap((unit) =>
      years.split(',').flatMap((year) => {
        const value = stub.values(kpi, unit, Number(year))
        return value === undefined ? [] : [rowOf(kpi, unit, Number(year), value)]
      }),
    )
    return pageOf(url, rows, stub.perPage)
  }
  const server = await sourceStub(answer)
  const stub: KoladaStub = { ...server, url: `${server.url}/v3`, ...parts }
  return stub
}

function rowOf(kpi: string, municipality: string, period: number, value: NonNullable<StubValue>) {
  const given =
    typeof value === 'number'
      ? { status: '', value, isdeleted: false }
      : { status: value.status, value: null, isdeleted: value.isdeleted ?? false }
  return { kpi, period, municipality, values: [{ gender: 'T', count: 1, ...given }] }
}

function pageOf(url: URL, all: unknown[], mostPerPage: number) {
  const page = Number(url.searchParams.get('page') ?? 1)
  const perPage = Math.min(mostPerPage, Number(url.searchParams.get('per_page') ?? 5000))
  const values = all.slice((page - 1) * perPage, page * perPage)
  const address = (other: number) => {
    const next = new URL(url)
    next.searchParams.set('page', String(other))
    return next.href
  }
  return {
    values,
    next_url: page * perPage < all.length ? address(page + 1) : null,
    previous_url: page > 1 ? address(page - 1) : null,
    count: values.length,
  }
}
