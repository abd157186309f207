export { effectOfExample } from './effects.ts'
export { type Kin, listKin } from './kin/kin-queries.ts'
export { examplePaths } from './paths.ts'
export { type ExampleFilter, listPublishedExamples, type PublishedExample } from './queries.ts'
