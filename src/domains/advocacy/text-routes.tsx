import { Hono } from 'hono'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { can, mayTry, once, only } from '#domains/accounts/index.ts'
import { findPost } from '#domains/questions/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, type Typed, textIn } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { localeOf } from '#platform/i18n.ts'
import { page } from '#ui/page.tsx'
import { insertComment, listComments, setDealtWith } from './comment-queries.ts'
import { drawFigures, readFigures } from './figures/read-figures.ts'
import { commentForm } from './forms.ts'
import { type C, limits, matterFor, matterIn, placeOf } from './here.ts'
import type { Matter } from './matter-queries.ts'
import { TextPage } from './pages/text.tsx'
import { VersionsPage } from './pages/versions.tsx'
import { advocacyPaths, matterId } from './paths.ts'
import { differencesOf } from './text/differences.ts'
import { joinText } from './text/paragraphs.ts'
import { textsOf } from './texts.ts'
import { findVersion, listVersions, type Version } from './version-queries.ts'

/** The text as the network reads and comments it, and its versions. */
export const textRoutes = new Hono<AppEnv<Database>>()

textRoutes.get(advocacyPaths.text(matterId), only('network.use'), async (c) => showText(c, await matterIn(c)))

textRoutes.post(advocacyPaths.comment(matterId), only('advocacy.comment'), once, async (c) => {
  const { db, today } = c.var
  const matter = await matterFor(c, 'comment')
  const form = await readForm(c, commentForm)
  const back = (errors: Record<string, string>, status: 422 | 429 = 422) =>
    showText(
      c,
      matter,
      { paragraph: Number(textIn(form.typed, 'stycke')), typed: form.typed, errors },
      status,
    )
  if (!form.ok) return back(form.errors)
  const { kommentar: body, stycke: paragraph, version } = form.values
  const read = await findVersion(db, matter.id, version)
  if (!read?.paragraphs.some(({ id }) => id === paragraph)) return back({ kommentar: 'paragraph-gone' })
  const { actor, now, madeUp } = placeOf(c)
  if (!(await mayTry(db, limits.comment, String(actor.personId))))
    return back({ kommentar: 'too-often' }, 429)
  const post = await findPost(db, actor.personId, today)
  await act(db, actor, 'comment on a response', (trx) =>
    insertComment(trx, {
      matterId: matter.id,
      version,
      paragraph,
      body,
      by: actor.personId,
      organisationCode: post?.code ?? null,
      now,
      madeUp,
    }),
  )
  return redirect(c, `${advocacyPaths.text(matter.id)}#stycke-${paragraph}`, 'kommenterat')
})

textRoutes.post(
  advocacyPaths.dealtWith(matterId, ':comment{[0-9]{1,9}}'),
  only('advocacy.edit'),
  async (c) => {
    const matter = await matterFor(c, 'comment')
    const { db, actor, now } = placeOf(c)
    await act(db, actor, 'deal with a comment', (trx) =>
      setDealtWith(trx, {
        matterId: matter.id,
        id: Number(c.req.param('comment')),
        by: actor.personId,
        now,
      }),
    )
    return redirect(c, advocacyPaths.text(matter.id), 'hanterat')
  },
)

textRoutes.get(advocacyPaths.versions(matterId), only('network.use'), async (c) => {
  const { locale: l, db } = c.var
  const matter = await matterIn(c)
  const versions = await listVersions(db, matter.id)
  const latest = versions[0]?.number ?? 0
  const asked = (name: string, usual: number) => {
    const number = Number(c.req.query(name) ?? usual)
    return Number.isInteger(number) && number >= 0 && number <= latest ? number : usual
  }
  const [from, to] = [asked('fran', Math.max(0, latest - 1)), asked('till', latest)]
  const textOf = async (number: number) =>
    number === 0 ? '' : joinText((await findVersion(db, matter.id, number))?.paragraphs ?? [])
  const compared =
    latest === 0 ? null : { from, to, changes: differencesOf(await textOf(from), await textOf(to)) }
  return page(
    c,
    { title: `${textsOf(l).tabs.versions}: ${matter.title}`, description: matter.summary, noIndex: true },
    <VersionsPage l={l} matter={matter} versions={versions} compared={compared} />,
  )
})

async function showText(
  c: C,
  matter: Matter,
  form?: { paragraph: number; typed: Typed; errors: Record<string, string> },
  status: 200 | 422 | 429 = 200,
): Promise<Response> {
  const { locale: l, db, actor } = c.var
  const [version, comments] = await Promise.all([findVersion(db, matter.id), listComments(db, matter.id)])
  return page(
    c,
    { title: `${textsOf(l).tabs.text}: ${matter.title}`, description: matter.summary, noIndex: true },
    <TextPage
      l={l}
      matter={matter}
      version={version}
      drawn={await drawParagraphs(c, matter, version)}
      comments={comments}
      drafts={can(actor, 'advocacy.edit')}
      done={c.req.query('klart')}
      form={form}
    />,
    form ? status : 200,
  )
}

/** The paragraphs of a version with their key figures drawn, by id. */
async function drawParagraphs(
  c: C,
  { language }: Matter,
  version: Version | undefined,
): Promise<Map<number, string>> {
  const { now } = c.var
  const l = localeOf(language)
  const paragraphs = version?.paragraphs ?? []
  const { quoted } = await readFigures(
    paragraphs.map(({ text }) => text),
    { reader: c.var, l, now },
  )
  return new Map(paragraphs.map(({ id, text }) => [id, drawFigures(text, quoted, { l, now })]))
}
