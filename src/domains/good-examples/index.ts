export { effectOfExample } from './effects.ts'
export { listExamplesOf } from './example-queries.ts'
export { examplePaths } from './paths.ts'
export { type ExampleFilter, listPublishedExamples, type PublishedExample } from './queries.ts'
