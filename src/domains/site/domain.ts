import type { Database } from '#database/tables.ts'
import type { Domain } from '#platform/http/context.ts'
import { ownPages } from './own-pages.ts'
import { sitePaths } from './paths.ts'
import { routes } from './routes.tsx'

/** The pages around the key figures: start page, the association, and what the site declares about itself. */
export const site: Domain<Database> = {
  name: 'site',
  open: true,
  routes,
  ownPages,
  translated: ['fi'],
  menu: [{ href: sitePaths.about, label: { sv: 'Om oss', en: 'About us', fi: 'Tietoa meistä' } }],
}
