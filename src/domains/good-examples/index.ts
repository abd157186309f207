export { type Kin, listKin } from './kin-queries.ts'
export { effectOfExample } from './effects.ts'
export { examplePaths } from './paths.ts'
export { type ExampleFilter, listPublishedExamples, type PublishedExample } from './queries.ts'
