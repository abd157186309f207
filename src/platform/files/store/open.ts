import { type Config, ConfigError } from '#platform/config.ts'
import { log } from '#platform/log.ts'
import { keepFilesIn } from './current.ts'
import { FilesAway } from './place.ts'

/**
 * Opens the places of `FILE_STORE` at the start. Throws {@link ConfigError} for one that can never work, like a wrong
 * key or a bucket that does not exist. One that is only away does not stop the program: pages work without it.
 */
export async function openFileStore({ fileStore }: Pick<Config, 'fileStore'>): Promise<void> {
  for (const place of fileStore.places) {
    try {
      await place.check()
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      if (!(error instanceof FilesAway) || !place.name.startsWith('s3:')) {
        throw new ConfigError(`FILE_STORE cannot be used: ${message}`)
      }
      log.error({ place: place.name }, `files cannot be read or kept for now: ${message}`)
    }
  }
  keepFilesIn(fileStore)
}
