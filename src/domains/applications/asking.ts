import type { Context } from 'hono'
import { z } from 'zod'
import type { Database } from '#database/tables.ts'
import { can, type Subject } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { Problem } from '#platform/http/problem.ts'
import { advance, Barred, type Following, type Place } from './advance.ts'
import { MembershipOverlaps } from './begin.ts'
import { type Application, findApplication, organisationOf } from './queries.ts'
import type { StepToTake } from './step-queries.ts'
import { Overtaken } from './step-queries.ts'
import { textsOf } from './texts.ts'

export type C = Context<AppEnv<Database>>

const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER)

/** The number of the steps that a page showed; a form without it fits no application. */
export const version = z.coerce.number().int().min(0).catch(-2)

export function applicationId(c: C): number {
  return id.catch(0).parse(c.req.param('application'))
}

/** The organisation that the application of the address is about. */
export async function inApplication(c: C): Promise<Subject> {
  return { organisationCode: await organisationOf(c.var.db, applicationId(c)) }
}

/**
 * The application of the address. A draft is its applicant's own: for everybody else it does not exist.
 * Throws a 404.
 */
export async function applicationOf(c: C): Promise<Application> {
  const application = await findApplication(c.var.db, applicationId(c))
  if (!application) throw new Problem(404, textsOf(c.var.locale).noApplication)
  if (application.submitted_at === null && !isApplicant(c, application)) {
    throw new Problem(404, textsOf(c.var.locale).noApplication)
  }
  return application
}

export function isApplicant(c: C, { organisation_code: organisationCode }: Application): boolean {
  return can(c.var.actor, 'application.edit', { organisationCode })
}

/** Takes a step, or answers 409 with who did what meanwhile, or 403 to whoever is partial. */
export async function runStep(
  c: C,
  here: string,
  taken: Omit<StepToTake, 'by'>,
  following?: Following,
): Promise<Application> {
  try {
    return await advance(placeOf(c), taken, following)
  } catch (error) {
    throw problemOf(c, error, here)
  }
}

export function placeOf(c: C): Place {
  const { db, actor, config, today, locale } = c.var
  if (!actor) throw new Problem(403, textsOf(locale).noApplication)
  return { db, actor, baseUrl: config.baseUrl, today }
}

function problemOf(c: C, error: unknown, here: string): unknown {
  const { locale: l } = c.var
  const t = textsOf(l)
  const choices = [{ href: l.href(here), label: t.overtakenLink }]
  if (error instanceof Overtaken) {
    const { last } = error
    const message = last
      ? t.overtaken(last.byName ?? t.program, t.done[last.step] ?? last.step, l.moment(last.at))
      : t.overtakenPlain
    return new Problem(409, message, choices)
  }
  if (error instanceof Barred) return new Problem(403, error.partial ? t.partialProblem : t.noApplication)
  if (error instanceof MembershipOverlaps) {
    return new Problem(409, t.errors['membership-overlaps'] ?? '', choices)
  }
  return error
}
