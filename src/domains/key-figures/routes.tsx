import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { page } from '#ui/page.tsx'
import { answerCatalogue } from './answers/catalogue.tsx'
import { answerComparison } from './answers/comparison.tsx'
import { answerEmbed, answerFigure } from './answers/figure.tsx'
import { answerOrganisation, answerOrganisations, answerSharePicture } from './answers/organisations.tsx'
import { answerRevisionDay, answerRevisionFeed, answerRevisions } from './answers/revisions.tsx'
import { MethodPage } from './pages/method.tsx'
import { keyFigurePaths } from './paths.ts'
import { textsOf } from './texts.ts'

/** Every address of this house. A file ending asks for the same selection as a file. */
export const routes = new Hono<AppEnv<Database>>()

routes.get(keyFigurePaths.list, answerCatalogue)
routes.get(keyFigurePaths.method, (c) => {
  const t = textsOf(c.var.locale)
  const voice = { l: c.var.locale, t }
  return page(
    c,
    { title: t.catalogue.methodLink, description: t.catalogue.description },
    <MethodPage voice={voice} />,
  )
})
routes.get(keyFigurePaths.revisions, answerRevisions)
routes.get(`${keyFigurePaths.revisions}.atom`, answerRevisionFeed)
routes.get(keyFigurePaths.revisionDay(':day{\\d{4}-\\d{2}-\\d{2}}'), answerRevisionDay)
routes.get(keyFigurePaths.figure(':file'), answerFigure)
routes.get(keyFigurePaths.embed(':id'), answerEmbed)
routes.get('/kommuner', answerOrganisations)
routes.get('/kommuner/:file', answerOrganisation)
routes.get('/dela/kommuner/:file', answerSharePicture)
routes.get(keyFigurePaths.compare, (c) => answerComparison(c, null))
routes.get('/:file{jamfor\\.[a-z]+}', (c) => answerComparison(c, c.req.param('file').split('.')[1] ?? null))
