export { effectOfExample } from './effects.ts'
export { examplePaths } from './paths.ts'
export { type ExampleFilter, listPublishedExamples, type PublishedExample } from './queries.ts'
