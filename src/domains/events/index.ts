export { eventPaths } from './paths.ts'
export { type Event, type EventFilter, type EventText, listPublicEvents } from './queries.ts'
export { textsOf } from './texts.ts'
export { whenOf } from './when.ts'
