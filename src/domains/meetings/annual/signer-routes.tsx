import { Hono } from 'hono'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { type Typed, textsIn, typedIn } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { annualSlug, statutesOf } from '../decisions.ts'
import {
  isHandedOver,
  listSigners,
  type MinutesOrgan,
  minutesRoutes,
  replaceSigners,
} from '../minutes/index.ts'
import { lockMeeting, type Meeting } from '../queries.ts'
import { type C, inPath, meetingIn } from './asking.ts'
import { composeMinutes } from './compose.ts'
import { SignersPage } from './pages/signers.tsx'
import { annualPaths } from './paths.ts'
import { listPresent } from './roll-queries.ts'
import { textsOf } from './texts.ts'
import { titleOf } from './words.ts'

/** The minutes of annual meetings: who reads the draft, how they are composed. */
const annualMinutes: MinutesOrgan = {
  pattern: annualPaths.minutes(inPath),
  path: (meeting) => annualPaths.minutes(annualSlug(meeting)),
  placeAround: (meeting, l) => ({
    href: annualPaths.meeting(annualSlug(meeting)),
    label: titleOf(l, meeting),
  }),
  meetingOf: meetingIn,
  readsDraft: 'annual.chair',
  adjusters: 'annual_adjusters',
  nameOf: (meeting, l) => titleOf(l, meeting),
  compose: (db, meeting) => composeMinutes(db, meeting),
}

/** Who approves the minutes of an annual meeting, and the minutes themselves. */
export const signerRoutes = new Hono<AppEnv<Database>>()

signerRoutes.get(annualPaths.signers(inPath), only('annual.edit'), async (c) => {
  const meeting = await meetingIn(c)
  const signers = await listSigners(c.var.db, meeting.id)
  const typed = {
    ordforande: String(signers.find(({ part }) => part === 'chair')?.personId ?? ''),
    justerare: signers.filter(({ part }) => part === 'adjuster').map(({ personId }) => String(personId)),
  }
  return show(c, meeting, typed, {}, 200)
})

signerRoutes.post(annualPaths.signers(inPath), only('annual.edit'), async (c) => {
  const { db, actor } = c.var
  const meeting = await meetingIn(c)
  const typed = typedIn(await c.req.formData().catch(() => new FormData()))
  const [present, { rules }] = await Promise.all([listPresent(db, meeting.id), statutesOf(db, meeting)])
  const known = new Set(present.map(({ personId }) => personId))
  const [chair = 0] = textsIn(typed, 'ordforande').map(Number)
  const adjusters = [...new Set(textsIn(typed, 'justerare').filter(Boolean).map(Number))]
  const errors: Record<string, string> = {}
  if (!known.has(chair)) errors.ordforande = 'chair-missing'
  const fit = adjusters.every((personId) => known.has(personId) && personId !== chair)
  if (!fit || adjusters.length !== rules.annual_adjusters.value) errors['justerare-0'] = 'adjusters-wrong'
  if (Object.keys(errors).length > 0) return show(c, meeting, typed, errors, 422)
  const saved = await act(db, actor, 'choose who approves the minutes', async (trx) => {
    await lockMeeting(trx, meeting.id)
    if (await isHandedOver(trx, meeting.id)) return false
    await replaceSigners(trx, meeting.id, [
      { personId: chair, part: 'chair' },
      ...adjusters.map((personId) => ({ personId, part: 'adjuster' as const })),
    ])
    return true
  })
  if (!saved) return show(c, meeting, typed, { ordforande: 'handed-over' }, 422)
  return redirect(c, annualPaths.minutes(annualSlug(meeting)))
})

signerRoutes.route('/', minutesRoutes(annualMinutes))

async function show(
  c: C,
  meeting: Meeting,
  typed: Typed,
  errors: Record<string, string>,
  status: 200 | 422,
): Promise<Response> {
  const { db, locale: l } = c.var
  const [present, { rules }] = await Promise.all([listPresent(db, meeting.id), statutesOf(db, meeting)])
  const { title, lead } = textsOf(l).signers
  return page(
    c,
    { title, description: lead, noIndex: true },
    <SignersPage
      l={l}
      meeting={meeting}
      present={present}
      adjusters={rules.annual_adjusters}
      typed={typed}
      errors={errors}
    />,
    status,
  )
}
