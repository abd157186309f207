import { can } from '#domains/accounts/index.ts'
import type { Typed } from '#platform/http/form.ts'
import { page } from '#ui/page.tsx'
import { listDemands } from './demand-queries.ts'
import { type C, endorsesFor } from './here.ts'
import { feedOf } from './list-routes.tsx'
import type { Matter } from './matter-queries.ts'
import { MatterPage } from './pages/matter.tsx'
import { findVersion } from './version-queries.ts'
import { loadVoice, mapOf } from './voice.ts'

/** The page of a matter, perhaps with a form that came back. */
export async function showMatter(
  c: C,
  matter: Matter,
  form?: { about: string; typed: Typed; errors: Record<string, string> },
): Promise<Response> {
  const { locale: l, db, actor } = c.var
  const [voice, demands, version] = await Promise.all([
    loadVoice(c.var, matter.id),
    listDemands(db, matter.id),
    findVersion(db, matter.id),
  ])
  const map = await mapOf(c.var, l, voice)
  return page(
    c,
    {
      title: matter.title,
      description: matter.summary,
      noIndex: matter.sent === null,
      feeds: [feedOf(c)],
    },
    <MatterPage
      l={l}
      matter={matter}
      voice={voice}
      map={map}
      demands={demands}
      latest={version?.number ?? null}
      mine={endorsesFor(actor)}
      reader={{
        member: can(actor, 'network.use'),
        drafts: can(actor, 'advocacy.edit'),
        sends: can(actor, 'advocacy.send'),
      }}
      done={c.req.query('klart')}
      form={form}
    />,
    form ? 422 : 200,
  )
}
