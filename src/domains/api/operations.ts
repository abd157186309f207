import type { Operation } from './operation.ts'
import { eventOperations } from './resources/events.ts'
import { figureOperations } from './resources/figures.ts'
import { goodExampleOperations } from './resources/good-examples.ts'
import { membershipOperations } from './resources/memberships.ts'
import { organisationOperations } from './resources/organisations.ts'
import { sourceOperations } from './resources/sources.ts'
import { statisticsOperations } from './resources/statistics.ts'
import { trendOperations } from './resources/trends.ts'
import { valueOperations } from './resources/values.ts'

/** Everything that the API answers, in the order of its reference page. */
export const operations: Operation[] = [
  ...organisationOperations,
  ...membershipOperations,
  ...figureOperations,
  ...valueOperations,
  ...statisticsOperations,
  ...trendOperations,
  ...goodExampleOperations,
  ...eventOperations,
  ...sourceOperations,
]
