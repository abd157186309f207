export type { MinutesDocument, MinutesItem } from './document.ts'
export { type MinutesOrgan, minutesSteps } from './organ.ts'
export {
  isHandedOver,
  listSaid,
  listSigners,
  listToSign,
  readMinutesOf,
  replaceSigners,
  type Signer,
} from './queries.ts'
export { minutesRoutes } from './routes.tsx'
export { areEnough } from './rules.ts'
export { rulesOf } from './show.tsx'
