import { readFile, writeFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { forceCollide, forceSimulation, forceX, forceY } from 'd3-force'

/** A place before and after it is pushed apart. */
interface Spot {
  code: string
  homeX: number
  homeY: number
  radius: number
  x: number
  y: number
}

const height = 1000
/** Kilometres a degree of longitude is shorter than one of latitude, at the middle of Sweden. */
const narrowing = Math.cos((62 * Math.PI) / 180)
const [south, north, west] = [55.3, 68.6, 11]
const smallest = { municipality: 5, region: 16 }
const largest = { municipality: 34, region: 62 }
const rounds = 400

/**
 * Computes the map ahead of time: a circle for each municipality and region, its area by population, as near its
 * true place as the others let it. The same facts always give the same map.
 */
export async function computeCartogram(folder = 'reference'): Promise<string> {
  const read = async (name: string): Promise<Record<string, string>[]> =>
    parse(await readFile(`${folder}/${name}`, 'utf8'), { columns: true })
  const [municipalities, regions, populations] = await Promise.all(
    ['municipalities.csv', 'regions.csv', 'population.csv'].map(read),
  )
  const people = new Map((populations ?? []).map((row) => [row.code ?? '', Number(row['2024'])]))
  const places = (municipalities ?? []).map((row) => ({
    code: row.code ?? '',
    county: row.county ?? '',
    people: people.get(row.code ?? '') ?? 0,
    x: ((Number(row.longitude) - west) * narrowing * height) / (north - south),
    y: ((north - Number(row.latitude)) * height) / (north - south),
  }))
  const centres = (regions ?? []).map((row) => {
    const own = places.filter(({ county }) => county === row.county)
    const all = own.reduce((sum, place) => sum + place.people, 0)
    const middle = (of: (place: (typeof own)[number]) => number) =>
      own.reduce((sum, place) => sum + of(place) * place.people, 0) / all
    return { code: row.code ?? '', people: all, x: middle(({ x }) => x), y: middle(({ y }) => y) }
  })
  const circles = [...pushApart(places, 'municipality'), ...pushApart(centres, 'region')]
  const rows = circles.map(({ code, x, y, radius }) =>
    [code, x.toFixed(1), y.toFixed(1), radius.toFixed(1)].join(),
  )
  return `${['code,x,y,radius', ...rows].join('\n')}\n`
}

function pushApart(
  places: { code: string; people: number; x: number; y: number }[],
  kind: 'municipality' | 'region',
): Spot[] {
  const most = Math.max(...places.map(({ people }) => people))
  const spots = places.map(({ code, people, x, y }): Spot => {
    const radius = Math.max(smallest[kind], largest[kind] * Math.sqrt(people / most))
    return { code, homeX: x, homeY: y, x, y, radius }
  })
  const simulation = forceSimulation(spots)
    .force('x', forceX<Spot>(({ homeX }) => homeX).strength(0.06))
    .force('y', forceY<Spot>(({ homeY }) => homeY).strength(0.06))
    .force('apart', forceCollide<Spot>(({ radius }) => radius + 0.8).iterations(4))
    .stop()
  simulation.tick(rounds)
  const left = Math.min(...spots.map(({ x, radius }) => x - radius))
  const top = Math.min(...spots.map(({ y, radius }) => y - radius))
  return spots.map((spot) => ({ ...spot, x: spot.x - left, y: spot.y - top }))
}

// Run by `npm run cartogram`, which bundles this file alone.
if (process.argv.includes('--write')) await writeFile('reference/cartogram.csv', await computeCartogram())
