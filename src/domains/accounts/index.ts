export {
  appoint,
  endAppointment,
  type Holder,
  listHolders,
  type NewAppointment,
  seatOf,
} from './appointment-queries.ts'
export { inAddress, only, open, toLogin } from './guard.ts'
export { sendInvitation } from './invite.ts'
export { mayGuess } from './login.ts'
export { once } from './once.ts'
export { loginPaths, myPages } from './paths.ts'
export { type Action, can, memberRoles, type Role, roles, type Subject, singleRoles } from './permissions.ts'
export {
  findOrOpenPerson,
  findPerson,
  findPersonByEmail,
  type Held,
  listAppointmentsOf,
  type PersonRow,
  updatePerson,
} from './person-queries.ts'
export { type Limit, mayTry } from './rate-limit-queries.ts'
export { retention } from './retention-queries.ts'
export { roleName } from './role-names.ts'
export { findActorOfRequest, startSession } from './session.ts'
export { sessionLimits } from './session-queries.ts'
export { issueToken, isTokenGood, takeToken } from './token-queries.ts'
