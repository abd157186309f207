import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { inAddress, only, open } from '#domains/accounts/index.ts'
import { sendFile, unlessAway } from '#platform/files/store/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, type Typed, textIn } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { largestPicture, redrawPicture } from '#platform/pictures/redraw.ts'
import { page } from '#ui/page.tsx'
import { ProfileForm } from './pages/profile-form.tsx'
import { organisationPaths } from './paths.ts'
import { profileSchema } from './profile-form.ts'
import { findLogo, findProfile, ownerOfNumber, type Profile, saveProfile } from './profile-queries.ts'
import { textsOf } from './texts.ts'

type C = Context<AppEnv<Database>>

/** In pixels. */
const largestLogo = { width: 600, height: 300 }

/** What an organisation tells of itself, written by its contacts; and its logo for everyone. */
export const profileRoutes = new Hono<AppEnv<Database>>()

profileRoutes.get(organisationPaths.logo(':code'), open(), async (c) => {
  const logo = await findLogo(c.var.db, c.req.param('code'))
  if (!logo) return c.notFound()
  return sendFile(c, logo, {
    'content-type': 'image/webp',
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
  })
})

profileRoutes.get(organisationPaths.edit(':code'), only('organisation.edit', inAddress), async (c) => {
  const profile = await profileOf(c)
  return show(c, profile, { typed: typedOf(profile), errors: {} }, 200)
})

profileRoutes.post(
  organisationPaths.edit(':code'),
  only('organisation.edit', inAddress),
  bodyLimit({
    maxSize: largestPicture + 100_000,
    onError: async (c: C) =>
      show(
        c,
        await profileOf(c),
        { typed: typedOf(await profileOf(c)), errors: { logo: 'picture-large' } },
        422,
      ),
  }),
  async (c) => {
    const profile = await profileOf(c)
    const form = await readForm(c, profileSchema)
    const upload = (await c.req.formData().catch(() => new FormData())).get('logo')
    const drawn =
      upload instanceof File && upload.size > 0 ? await redrawPicture(upload, largestLogo) : undefined
    const errors: Record<string, string> = form.ok ? {} : form.errors
    if (drawn && 'fault' in drawn) errors.logo = drawn.fault
    const removed = textIn(form.typed, 'removeLogo') !== ''
    const willHaveLogo = drawn ? 'webp' in drawn : profile.hasLogo && !removed
    if (willHaveLogo && !textIn(form.typed, 'logoAlt')) errors.logoAlt ??= 'alt-missing'
    if (!form.ok || Object.keys(errors).length > 0)
      return show(c, profile, { typed: form.typed, errors }, 422)

    const { version, removeLogo, ...values } = form.values
    const number = values.organisationNumber || null
    const owner = number && (await ownerOfNumber(c.var.db, number, profile.code))
    if (owner) {
      const taken = { organisationNumber: textsOf(c.var.locale).profile.numberTaken(owner) }
      return show(c, profile, { typed: form.typed, errors: taken }, 422)
    }
    const saved = await unlessAway(
      act(c.var.db, c.var.actor, 'edit an organisation', (trx) =>
        saveProfile(trx, profile.code, version, {
          ...values,
          organisationNumber: number,
          programmeAdoptedOn: values.programmeAdoptedOn ?? null,
          logo: drawn && 'webp' in drawn ? drawn.webp : removeLogo ? null : undefined,
          logoAlt: willHaveLogo ? values.logoAlt : '',
        }),
      ),
    )
    if (saved === 'files-away') return show(c, profile, { typed: form.typed, errors: { logo: saved } }, 503)
    if (!saved) return show(c, await profileOf(c), { typed: form.typed, errors: {}, conflict: true }, 409)
    return redirect(c, organisationPaths.edit(profile.code), 'sparad')
  },
)

async function profileOf(c: C): Promise<Profile> {
  const profile = await findProfile(c.var.db, c.req.param('code') ?? '')
  if (!profile) throw new Problem(404, textsOf(c.var.locale).noOrganisation)
  return profile
}

function typedOf(profile: Profile): Typed {
  return {
    version: profile.version,
    organisationNumber: profile.organisationNumber ?? '',
    address: profile.address,
    postalCode: profile.postalCode,
    city: profile.city,
    email: profile.email,
    phone: profile.phone,
    website: profile.website,
    einvoiceAddress: profile.einvoiceAddress,
    invoiceEmail: profile.invoiceEmail,
    invoiceReference: profile.invoiceReference,
    socialLinks: profile.socialLinks.join('\n'),
    programmeTitle: profile.programmeTitle,
    programmeAddress: profile.programmeAddress,
    programmeAdoptedOn: profile.programmeAdoptedOn ?? '',
    presentationSv: profile.presentationSv,
    presentationEn: profile.presentationEn,
    logoAlt: profile.logoAlt,
  }
}

function show(
  c: C,
  profile: Profile,
  form: { typed: Typed; errors: Record<string, string>; conflict?: boolean },
  status: 200 | 409 | 422 | 503,
): Response {
  const t = textsOf(c.var.locale).profile
  return page(
    c,
    { title: t.title(profile.name), description: t.lead, noIndex: true },
    <ProfileForm l={c.var.locale} profile={profile} done={c.req.query('klart')} {...form} />,
    status,
  )
}
