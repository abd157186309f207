export { newsPaths } from './paths.ts'
export { listNews, type NewsItem, type NewsText } from './queries.ts'
export { textsOf } from './texts.ts'
