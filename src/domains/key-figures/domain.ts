import type { Database } from '#database/tables.ts'
import type { Domain } from '#platform/http/context.ts'
import { handoverOfFigures } from './handover.ts'
import { happenedWithFigures } from './happened.ts'
import { keyFigurePaths } from './paths.ts'
import { routes } from './routes.tsx'

export const keyFigures: Domain<Database> = {
  name: 'key-figures',
  open: true,
  routes,
  handover: handoverOfFigures,
  happened: happenedWithFigures,
  menu: [
    { href: keyFigurePaths.list, label: { sv: 'Nyckeltal', en: 'Key figures' } },
    { href: '/kommuner', label: { sv: 'Kommuner', en: 'Municipalities' } },
    { href: keyFigurePaths.compare, label: { sv: 'Jämför', en: 'Compare' } },
  ],
}
