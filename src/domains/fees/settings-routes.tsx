import { type Context, Hono } from 'hono'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { can, only } from '#domains/accounts/index.ts'
import { organisationNumber, postalCode } from '#domains/members/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, type Typed } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { SettingsPage } from './pages/settings.tsx'
import { feePaths } from './paths.ts'
import { parseGiro, writeGiro } from './references.ts'
import { faultsIn, settingsSchema } from './settings-form.ts'
import { type FinanceSettings, findSettings, saveSettings } from './settings-queries.ts'
import { textsOf } from './texts.ts'

type C = Context<AppEnv<Database>>

/** What the association's invoices say of it, and the accounts of its bookkeeping. */
export const settingsRoutes = new Hono<AppEnv<Database>>()

settingsRoutes.get(feePaths.settings, only('fees.read'), async (c) => {
  const settings = await findSettings(c.var.db)
  return show(c, { typed: settings ? typedOf(settings) : firstAccounts, errors: {} }, 200)
})

settingsRoutes.post(feePaths.settings, only('fees.edit'), async (c) => {
  const { db, actor } = c.var
  const form = await readForm(c, settingsSchema)
  if (!form.ok) return show(c, form, 422)
  const { values } = form
  const errors = faultsIn(values)
  const giro = parseGiro(values.girotyp, values.giro)
  if (Object.keys(errors).length > 0 || !giro) return show(c, { typed: form.typed, errors }, 422)
  await act(db, actor, 'change finance settings', (trx) =>
    saveSettings(trx, {
      name: values.namn,
      organisationNumber: organisationNumber(values.orgnr) ?? values.orgnr,
      vatNumber: values.momsnr,
      approvedForFTax: values.fskatt,
      address: values.adress,
      postalCode: postalCode(values.postnr) ?? values.postnr,
      city: values.ort,
      email: values.epost,
      phone: values.telefon,
      web: values.webb,
      giroKind: giro.kind,
      giroNumber: giro.number,
      interestPercent: values.ranta,
      claimsAccount: values.fordran,
      bankAccount: values.bank,
      unplacedAccount: values.oplacerat,
      feeAccount: values.avgift,
      salesAccount: values.forsaljning,
      vatAccount: values.moms,
      madeUp: false,
    }),
  )
  return redirect(c, feePaths.settings, 'sparat')
})

/** The accounts of the standard chart (BAS) that suit, until somebody chooses others. */
const firstAccounts: Typed = {
  fordran: '1510',
  bank: '1930',
  oplacerat: '2890',
  avgift: '3890',
  forsaljning: '3010',
  moms: '2610',
}

function typedOf(settings: FinanceSettings): Typed {
  return {
    namn: settings.name,
    orgnr: settings.organisationNumber,
    momsnr: settings.vatNumber,
    fskatt: settings.approvedForFTax ? '1' : '',
    adress: settings.address,
    postnr: settings.postalCode,
    ort: settings.city,
    epost: settings.email,
    telefon: settings.phone,
    webb: settings.web,
    girotyp: settings.giroKind,
    giro: writeGiro({ kind: settings.giroKind, number: settings.giroNumber }),
    ranta: settings.interestPercent === null ? '' : String(settings.interestPercent).replace('.', ','),
    fordran: settings.claimsAccount,
    bank: settings.bankAccount,
    oplacerat: settings.unplacedAccount,
    avgift: settings.feeAccount,
    forsaljning: settings.salesAccount,
    moms: settings.vatAccount,
  }
}

async function show(
  c: C,
  form: { typed: Typed; errors: Record<string, string> },
  status: 200 | 422,
): Promise<Response> {
  const { locale: l, db, actor } = c.var
  const { title, lead } = textsOf(l).settings
  return page(
    c,
    { title, description: lead, noIndex: true },
    <SettingsPage
      l={l}
      {...form}
      madeUp={(await findSettings(db))?.madeUp ?? false}
      mayEdit={can(actor, 'fees.edit')}
      done={c.req.query('klart')}
    />,
    status,
  )
}
