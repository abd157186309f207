import type { Database } from '#database/tables.ts'
import type { Domain } from '#platform/http/context.ts'
import { inLanguage } from '#platform/i18n.ts'
import { handoverOfFigures } from './handover.ts'
import { happenedWithFigures } from './happened.ts'
import { refreshComparisons } from './many/refresh.ts'
import { methodEn } from './method.en.ts'
import { methodSv } from './method.sv.ts'
import { keyFigurePaths } from './paths.ts'
import { routes } from './routes.tsx'

export const keyFigures: Domain<Database> = {
  name: 'key-figures',
  open: true,
  routes,
  translated: ['fi'],
  handover: handoverOfFigures,
  jobs: [
    {
      name: 'refresh-comparisons',
      schedule: '5 0 * * *',
      run: async ({ db, today }) => {
        await refreshComparisons(db, today)
      },
    },
  ],
  happened: happenedWithFigures,
  ownPages: (l) => {
    const { title, sections } = inLanguage({ sv: methodSv, en: methodEn }, l)
    return sections.map(({ id, heading, paragraphs, formula }) => ({
      address: `${keyFigurePaths.method}#${id}`,
      title: heading,
      lead: title,
      said: [paragraphs, formula],
    }))
  },
  menu: [
    { href: keyFigurePaths.list, label: { sv: 'Nyckeltal', en: 'Key figures', fi: 'Tunnusluvut' } },
    { href: '/kommuner', label: { sv: 'Kommuner', en: 'Municipalities', fi: 'Kunnat' } },
    { href: keyFigurePaths.compare, label: { sv: 'Jämför', en: 'Compare', fi: 'Vertaa' } },
  ],
}
