import type { Actor } from '#platform/http/context.ts'

/** Every role there is, in the order in which lists show them. */
export const roles = [
  'contact-politician',
  'contact-official',
  'delegate',
  'reporter',
  'invoice-recipient',
  'member-user',
  'applicant',
  'board-chair',
  'board-member',
  'board-substitute',
  'expert-group',
  'auditor',
  'nomination-committee',
  'secretariat',
  'administrator',
] as const
export type Role = (typeof roles)[number]

/** Roles that only one person at a time holds in an organisation. */
export const singleRoles: readonly Role[] = [
  'contact-politician',
  'contact-official',
  'invoice-recipient',
  'delegate',
]

/** Roles that a member organisation gives its people. */
export const memberRoles: readonly Role[] = [
  'contact-politician',
  'contact-official',
  'delegate',
  'reporter',
  'invoice-recipient',
  'member-user',
]

/** Whom an action is done to: the organisation that it concerns, when it concerns one. */
export interface Subject {
  organisationCode?: string | undefined
}

type Grant = (actor: Actor, subject: Subject) => boolean

const holds =
  (...wanted: Role[]): Grant =>
  (actor) =>
    actor.roles.some(({ role }) => wanted.some((one) => one === role))

/** Holds the role in the very organisation that the action concerns, while it is a member. */
const holdsThere =
  (...wanted: Role[]): Grant =>
  (actor, { organisationCode }) =>
    actor.roles.some(
      (held) =>
        held.member &&
        held.organisationCode === organisationCode &&
        wanted.some((role) => role === held.role),
    )

/** Applies for the very organisation that the action concerns; it is no member yet. */
const appliesThere: Grant = (actor, { organisationCode }) =>
  organisationCode !== undefined &&
  actor.roles.some((held) => held.role === 'applicant' && held.organisationCode === organisationCode)

const readsApplications = holds(
  'secretariat',
  'administrator',
  'expert-group',
  'board-chair',
  'board-member',
  'board-substitute',
  'auditor',
)

/** Holds a member's role somewhere. */
const isMember: Grant = (actor) =>
  actor.roles.some((held) => held.member && memberRoles.some((role) => role === held.role))

/** Speaks for a member: one of its contact persons, or its delegate. */
const speaksForMember =
  (...wanted: Role[]): Grant =>
  (actor) =>
    actor.roles.some((held) => held.member && wanted.some((role) => role === held.role))

const loggedIn: Grant = () => true
const inTheNetwork: Grant = (actor) => actor.roles.some(({ role, member }) => member && role !== 'applicant')

/** Who may do what. An action is allowed when one of its grants holds. */
const grants = {
  'own-pages.use': [loggedIn],
  'network.use': [inTheNetwork],
  'organisation.edit': [
    holdsThere('contact-politician', 'contact-official'),
    holds('secretariat', 'administrator'),
  ],
  'people.manage': [
    holdsThere('contact-politician', 'contact-official'),
    holds('secretariat', 'administrator'),
  ],
  'people.see': [holdsThere(...memberRoles), holds('secretariat', 'administrator', 'auditor')],
  'promises.make': [holdsThere(...memberRoles), holds('secretariat', 'administrator')],
  'desk.use': [holds('secretariat', 'administrator')],
  'register.edit': [holds('secretariat', 'administrator')],
  'letters.write': [holds('secretariat')],
  'subjects.edit': [holds('secretariat', 'administrator')],
  'audit.read': [holds('secretariat', 'administrator', 'auditor')],
  'login.configure': [holds('administrator')],
  'reports.write': [
    holdsThere('contact-politician', 'contact-official', 'reporter'),
    holds('secretariat', 'administrator'),
  ],
  'reports.approve': [holdsThere('contact-official')],
  'recalls.edit': [holds('secretariat', 'administrator')],
  'examples.write': [holdsThere(...memberRoles), holds('secretariat', 'administrator')],
  'examples.moderate': [holds('secretariat', 'administrator')],
  'questions.moderate': [holds('secretariat', 'administrator')],
  'events.edit': [holds('secretariat', 'administrator')],
  'events.check-in': [holds('secretariat', 'administrator')],
  'events.delegate': [holdsThere('contact-politician', 'contact-official')],
  'news.write': [holds('secretariat', 'administrator')],
  'news.propose': [isMember],
  'partners.edit': [holds('secretariat', 'administrator')],
  'projects.write': [isMember, holds('secretariat', 'administrator')],
  'advocacy.edit': [holds('secretariat', 'administrator', 'expert-group')],
  'advocacy.comment': [inTheNetwork],
  'advocacy.endorse': [holdsThere('contact-politician', 'contact-official')],
  'advocacy.send': [holds('secretariat', 'administrator')],
  'rounds.edit': [holds('secretariat', 'administrator')],
  'catalogue.edit': [holds('secretariat', 'administrator')],
  'own-figures.edit': [holdsThere('contact-politician', 'contact-official', 'reporter')],
  'imports.run': [holds('secretariat', 'administrator')],
  'operations.use': [holds('secretariat', 'administrator')],
  'fees.read': [holds('secretariat', 'administrator', 'auditor')],
  'fees.edit': [holds('secretariat')],
  'invoices.see': [
    holdsThere('contact-politician', 'contact-official', 'invoice-recipient'),
    holds('secretariat', 'administrator', 'auditor'),
  ],
  'application.edit': [appliesThere],
  'application.see': [
    appliesThere,
    holdsThere('contact-politician', 'contact-official', 'member-user'),
    readsApplications,
  ],
  'applications.read': [readsApplications],
  'applications.check': [holds('secretariat')],
  'applications.review': [holds('expert-group')],
  'applications.decide': [holds('secretariat', 'board-chair')],
  'statutes.edit': [holds('secretariat', 'administrator')],
  'annual.edit': [holds('secretariat', 'administrator')],
  'annual.chair': [holds('secretariat', 'administrator', 'board-chair')],
  'annual.delegates': [speaksForMember('contact-politician', 'contact-official')],
  'motions.write': [speaksForMember('contact-politician', 'contact-official', 'delegate')],
  'nominations.make': [inTheNetwork],
  'nominations.propose': [holds('nomination-committee', 'secretariat', 'administrator')],
  'ballots.run': [holds('secretariat', 'board-chair')],
  // Who stands on the voting roll of a meeting is asked of the database with each vote.
  'ballots.vote': [loggedIn],
  'board.read': [
    holds('secretariat', 'administrator', 'board-chair', 'board-member', 'board-substitute', 'auditor'),
  ],
  'board.edit': [holds('secretariat')],
  'board.decide': [holds('secretariat', 'board-chair')],
  'minutes.read': [inTheNetwork],
  'minutes.write': [holds('secretariat')],
  'minutes.approve': [inTheNetwork],
} satisfies Record<string, Grant[]>

/** What somebody may be allowed to do. */
export type Action = keyof typeof grants

/** Whether a person may do an action. Every page and form asks this one function, on the server, each time. */
export function can(actor: Actor | null, action: Action, subject: Subject = {}): boolean {
  return actor !== null && grants[action].some((grant) => grant(actor, subject))
}
