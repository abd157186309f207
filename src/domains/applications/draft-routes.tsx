import { Hono } from 'hono'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import { ownerOfNumber } from '#domains/members/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, type Typed, textIn } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { type Answers, faultsTogether, sectionForms } from './answers.ts'
import { applicationOf, type C, inApplication, isApplicant } from './asking.ts'
import { listFiles, saveAnswers } from './draft-queries.ts'
import { SectionPage } from './pages/section.tsx'
import { pathOf, StatusPage } from './pages/status.tsx'
import { applicationPaths, sectionSlugs } from './paths.ts'
import { type Application, listSteps } from './queries.ts'
import { type FormSection, fieldsIn, sections } from './rules/completeness.ts'
import { isWritable } from './rules.ts'
import { textsOf } from './texts.ts'

/** The applicant's pages: where the application stands, and its parts one by one. */
export const draftRoutes = new Hono<AppEnv<Database>>()

draftRoutes.get(
  applicationPaths.one(':application{[0-9]+}'),
  only('application.see', inApplication),
  async (c) => {
    const { db, locale: l } = c.var
    const application = await applicationOf(c)
    const [files, steps] = await Promise.all([listFiles(db, application.id), listSteps(db, application.id)])
    const title = textsOf(l).mine.title(application.organisationName)
    return page(
      c,
      { title, description: title, noIndex: true },
      <StatusPage
        l={l}
        application={application}
        files={files}
        steps={steps}
        mayEdit={isApplicant(c, application)}
        done={c.req.query('klart')}
      />,
    )
  },
)

for (const section of sections) {
  if (section !== 'documents') addSection(section)
}

function addSection(section: FormSection): void {
  const path = applicationPaths.section(':application', sectionSlugs[section])
  draftRoutes.get(path, only('application.edit', inApplication), async (c) => {
    const application = await applicationOf(c)
    if (!isWritable(application.state)) return redirect(c, applicationPaths.one(application.id))
    return show(c, application, section, { typed: typedOf(application, section), errors: {} }, 200)
  })

  draftRoutes.post(path, only('application.edit', inApplication), async (c) => {
    const { db, actor, today } = c.var
    const application = await applicationOf(c)
    const form = await readForm(c, sectionForms[section])
    const values: Partial<Answers> = form.ok ? form.values : {}
    const errors = form.ok ? faultsTogether(values, today) : form.errors
    if (
      values.organisationNumber &&
      (await ownerOfNumber(db, values.organisationNumber, application.organisation_code))
    ) {
      errors.organisationNumber = 'number-taken'
    }
    if (Object.keys(errors).length > 0) {
      return show(c, application, section, { typed: form.typed, errors }, 422)
    }
    const saved = await act(db, actor, 'write an application', (trx) =>
      saveAnswers(trx, application.id, values),
    )
    if (!saved) return show(c, application, section, { typed: form.typed, errors: {}, locked: true }, 409)
    const next = sections[sections.indexOf(section) + 1]
    const onward = textIn(form.typed, 'sedan') !== 'lista' && next
    return redirect(
      c,
      onward ? pathOf(application.id, next) : applicationPaths.one(application.id),
      onward ? undefined : 'sparad',
    )
  })
}

function typedOf({ answers }: Application, section: FormSection): Typed {
  return Object.fromEntries(fieldsIn[section].map((field) => [field, answers[field]]))
}

function show(
  c: C,
  application: Application,
  section: FormSection,
  form: { typed: Typed; errors: Record<string, string>; locked?: boolean },
  status: 200 | 409 | 422,
): Response {
  const { locale: l } = c.var
  const title = textsOf(l).sections[section]
  return page(
    c,
    { title, description: title, noIndex: true },
    <SectionPage l={l} application={application} section={section} {...form} />,
    status,
  )
}
