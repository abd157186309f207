import {
  findProfile,
  isMember,
  listPublicContacts,
  organisationPaths,
  searchOrganisations,
} from '#domains/members/index.ts'
import { association } from '#platform/association.ts'
import { Problem } from '#platform/http/problem.ts'
import { renderPng } from '#platform/pictures/render-png.ts'
import { sharePicture } from '#ui/charts/chart-picture.tsx'
import { page } from '#ui/page.tsx'
import { feedOfRevisions } from '../dataset.ts'
import type { KeyFigure } from '../figure.ts'
import { loadCatalogue, loadGroup, loadGroupOf, loadStandingView } from '../load-view.ts'
import { standingsTable } from '../open-data.ts'
import { OrganisationPage } from '../pages/organisation.tsx'
import { OrganisationsPage } from '../pages/organisations.tsx'
import { isLarge, loadDirectory, type Reader } from '../reader.ts'
import { knownDay, type Selection, writeSelection } from '../selection.ts'
import type { StandingView } from '../standing-view.ts'
import { textsOf } from '../texts.ts'
import { canonicalRedirect, checkYear, citedInstant, type KeyFigureContext, understand } from './asking.ts'
import { correctedOf } from './corrected.ts'
import { answerTable, frameOf, splitEnding } from './files.ts'
import { listAmongMany } from './list-among-many.ts'

const longestSearch = 60

/** `/kommuner`: everyone, or those that a search finds; a single find leads straight to its page. */
export async function answerOrganisations(c: KeyFigureContext): Promise<Response> {
  const { db, remember, today, locale: l } = c.var
  const t = textsOf(l)
  const reader = { db, remember, today }
  const typed = c.req.query('sok')?.trim().slice(0, longestSearch) || null
  const membersOnly = c.req.query('medlemmar') === '1'
  const asked = Number(c.req.query('sida') ?? 1)
  const listed = (await isLarge(reader))
    ? await listAmongMany(reader, {
        typed,
        membersOnly,
        page: asked >= 1 && asked < 1e6 ? Math.floor(asked) : 1,
      })
    : null
  const directory = listed?.directory ?? (await loadDirectory(reader))
  const found = typed === null ? directory.all : searchOrganisations(directory, typed)
  const [only] = found
  if (typed !== null && only && found.length === 1)
    return c.redirect(l.href(organisationPaths.profile(only.code)), 302)
  return page(
    c,
    {
      title: t.organisations.title,
      description: t.organisations.description,
      noIndex: typed !== null,
      wide: true,
    },
    <OrganisationsPage
      voice={{ l, t }}
      everyone={directory.all}
      shown={found.filter((one) => !membersOnly || isMember(one, today))}
      typed={typed}
      membersOnly={membersOnly}
      day={today}
      members={listed?.members ?? null}
      some={listed?.some ?? false}
      pages={listed?.pages ?? null}
    />,
  )
}

/** `/dela/kommuner/1382.png`: the picture shown where a profile is shared. */
export async function answerSharePicture(c: KeyFigureContext): Promise<Response> {
  const code = (c.req.param('file') ?? '').replace(/\.png$/, '')
  const asking = await understand(c, [code])
  const { voice, directory, reader } = asking
  const organisation = directory.byCode.get(code)
  if (!organisation)
    throw new Problem(404, voice.t.selection.noOrganisation(c.req.param('file')?.slice(0, 40) ?? ''))
  const { shared, own } = await standings(reader, {
    ...asking.selection,
    mine: organisation.code,
    with: [],
  })
  const views = [...shared, ...own]
  const judged = views.flatMap(({ mine }) => (mine && mine.trend.word !== 'too-few' ? [mine.trend.word] : []))
  const count = (word: string) => judged.filter((each) => each === word).length
  const lead = voice.t.profile.lead(count('right'), count('wrong'), judged.length)
  const text = views.some(({ madeUp }) => madeUp) ? `${lead} ${voice.t.madeUpNotice}.` : lead
  const picture = sharePicture({ title: organisation.name, text, mark: association.name.sv })
  return c.body(await renderPng(picture, 1200), 200, { 'content-type': 'image/png' })
}

/**
 * The figures of an organisation through one selection, among the similar ones unless another group is chosen: the
 * shared, the network's own, and those that the organisation follows on its own.
 */
async function standings(reader: Reader, selection: Selection) {
  const { figures, currentSet } = await loadCatalogue(reader)
  const view = (wanted: (figure: KeyFigure) => boolean): Promise<StandingView[]> =>
    Promise.all(
      figures
        .filter(wanted)
        .map(async (figure) =>
          loadStandingView(
            reader,
            figure,
            selection,
            await loadGroupOf(reader, figure, selection, 'liknande'),
          ),
        ),
    )
  const [shared, own, membersOwn] = await Promise.all([
    view(({ setId }) => setId === currentSet),
    view(({ setId }) => setId === 'own'),
    view((figure) => Boolean(figure.own?.followers.some(({ code }) => code === selection.mine))),
  ])
  return { shared, own, membersOwn }
}

/** `/kommuner/1382` and its files `.csv`, `.xlsx`, `.json`. */
export async function answerOrganisation(c: KeyFigureContext): Promise<Response> {
  const asking = await understand(c, [(c.req.param('file') ?? '').split('.')[0] ?? ''])
  const { voice, directory, reader, notices } = asking
  const { l, t } = voice
  const [code, ending] = splitEnding(c.req.param('file') ?? '', asking, false)
  const organisation = directory.byCode.get(code)
  if (!organisation) {
    throw new Problem(404, t.selection.noOrganisation(code.slice(0, 40)), [
      { href: organisationPaths.list, label: t.organisations.title },
    ])
  }
  const redirect = canonicalRedirect(c, asking)
  if (redirect) return redirect
  const selection = { ...asking.selection, mine: code, with: [] }
  const { actor } = c.var
  const [group, { shared, own, membersOwn }, profile, contacts, cited, follows, related] = await Promise.all([
    loadGroup(reader, selection, 'liknande'),
    standings(reader, selection),
    findProfile(c.var.db, code),
    listPublicContacts(c.var.db, code, c.var.today),
    citedInstant(asking),
    actor && c.var.gathered.follows(c.var, actor.personId),
    c.var.gathered.related(c.var, { organisationCode: code }),
  ])
  const views = [...shared, ...own, ...membersOwn]
  checkYear(selection, [...new Set(views.flatMap(({ years }) => years))].sort(), voice)
  const known = views.flatMap((view) =>
    view.mine && view.mine.readings.length > 0 ? [{ view, standing: view.mine }] : [],
  )
  const path = organisationPaths.profile(code)
  if (ending) {
    const frame = await frameOf(c, { ...asking, selection: { ...selection, mine: null } }, path)
    return answerTable(c, standingsTable(`kommun-${code}`, known, frame, voice), ending, asking)
  }
  const figures = views.map(({ figure }) => figure.id)
  const corrected = await correctedOf(asking, c.var.now, { figures, codes: [code] })
  return page(
    c,
    {
      title: organisation.name,
      description: t.profile.description(organisation.name),
      image: `/dela/kommuner/${code}.png`,
      wide: true,
      feeds: [feedOfRevisions(voice, `?kommun=${code}`)],
    },
    <OrganisationPage
      voice={voice}
      organisation={organisation}
      profile={profile}
      contacts={contacts}
      group={group}
      shared={shared}
      own={own}
      membersOwn={membersOwn}
      selection={selection}
      notices={notices}
      day={selection.per ? knownDay(selection.per) : c.var.today}
      citeHref={l.href(path) + writeSelection({ ...selection, mine: null, per: cited })}
      cited={cited}
      corrected={corrected}
      loggedIn={actor !== null}
      followed={follows?.organisationCodes.includes(code)}
      related={related}
    />,
  )
}
