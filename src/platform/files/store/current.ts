import type { Place } from './place.ts'
import type { FileStoreSetting } from './setting.ts'

let current: FileStoreSetting = { written: undefined, places: [] }

/** Says once, at the start, where this process keeps files. Without it they are kept in the database. */
export function keepFilesIn(setting: FileStoreSetting): void {
  current = setting
}

/** Where files are kept now; undefined: in the database. */
export function writtenPlace(): Place | undefined {
  return current.written
}

/** Every place that the settings name. */
export function knownPlaces(): Place[] {
  return current.places
}
