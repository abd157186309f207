import { recorded } from './recorded-sources.ts'
import { type SourceStub, sourceStub } from './source-stub.ts'

export interface ScbStub extends SourceStub {
  /** When its tables say that they were updated. */
  updated: string
  /** Inhabitants of a region (`0180`, `01`) in a year. */
  inhabitants: (region: string, year: number) => number | null
  maxDataCells: number
  /** Whether values and places come as objects instead of arrays. */
  asObjects: boolean
  /** Dimensions of the table with random changes, beside region, contents and time: their codes. */
  perturbedParts: Record<string, string[]>
}

const tables: Record<string, { contents: string; times: string[] }> = {
  TAB638: { contents: 'BE0101N1', times: ['1989', '1990', '2023', '2024'] },
  TAB6471: { contents: '000007SF', times: ['2024M12', '2025M11', '2025M12'] },
}

/** Statistics Sweden's PxWeb on loopback, with the two tables of the population in the form that was recorded. */
export async function scbStub(regions: string[]): Promise<ScbStub> {
  const answer = (url: URL) => {
    if (url.pathname === '/api/v2/config')
      return { ...recorded.config, maxDataCells: stub.maxDataCells, timeWindow: 0.03 }
    const [, id = '', what] = /^\/api\/v2\/tables\/(\w+)\/(metadata|data)$/.exec(url.pathname) ?? []
    const table = tables[id]
    if (!table) return undefined
    const parts: Record<string, string[]> =
      id === 'TAB638' ? { Civilstand: ['OG', 'G'], Kon: ['1', '2'] } : stub.perturbedParts
    const all: Record<string, string[]> = {
      Region: ['00', ...regions],
      ...parts,
      ContentsCode: [table.contents, 'BE0101N2'],
      Tid: table.times,
    }
    if (what === 'metadata') return frameOf(all, id === 'TAB638' ? Object.keys(parts) : [])
    const chosen = Object.fromEntries(
      Object.keys(all).flatMap((name) => {
        const codes = url.searchParams.get(`valueCodes[${name}]`)?.split(',')
        return codes ? [[name, codes]] : []
      }),
    )
    return { ...frameOf(chosen, []), value: valuesOf(chosen) }
  }
  const frameOf = (chosen: Record<string, string[]>, eliminable: string[]) => ({
    ...recorded.dataset,
    value: undefined,
    updated: stub.updated,
    id: Object.keys(chosen),
    size: Object.values(chosen).map(({ length }) => length),
    dimension: Object.fromEntries(
      Object.entries(chosen).map(([name, codes]) => [
        name,
        {
          label: name,
          category: {
            index: stub.asObjects ? Object.fromEntries(codes.map((code, i) => [code, i])) : codes,
            label: Object.fromEntries(codes.map((code) => [code, code])),
          },
          extension: { elimination: eliminable.includes(name) },
        },
      ]),
    ),
  })
  const valuesOf = (chosen: Record<string, string[]>) => {
    const list = (chosen.Region ?? []).flatMap((region) =>
      (chosen.Tid ?? []).map((time) => stub.inhabitants(region, Number(time.slice(0, 4)))),
    )
    return stub.asObjects ? Object.fromEntries(list.map((value, i) => [String(i), value])) : list
  }
  const server = await sourceStub(answer)
  const stub: ScbStub = {
    ...server,
    url: `${server.url}/api/v2`,
    updated: '2025-02-21T07:00:00Z',
    inhabitants: (_, year) => 10_000 + year,
    maxDataCells: 150_000,
    asObjects: false,
    perturbedParts: { Alder: ['0', 'TotSA'], Kon: ['TotSa'] },
  }
  return stub
}
