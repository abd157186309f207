import { join } from 'node:path'
import S3rver from '@20minutes/s3rver'
import { readStoreSetting } from '../../src/platform/files/store/setting.ts'

export const bucket = 'ekokommun-files'

/** A real server that speaks S3, on a folder; it can go away and come back on the same port. */
export interface S3Server {
  /** As `FILE_STORE` says it. */
  setting: string
  /** The bytes of a file as they lie on the server's disk. */
  pathOf: (sha256: string) => string
  away: () => Promise<void>
  back: () => Promise<void>
}

export async function startS3(directory: string): Promise<S3Server> {
  const start = async (port: number) => {
    const server = new S3rver({
      port,
      address: '127.0.0.1',
      silent: true,
      directory,
      configureBuckets: [{ name: bucket }],
    })
    return { server, port: (await server.run()).port }
  }
  let { server, port } = await start(0)
  return {
    setting: `s3://S3RVER:S3RVER@127.0.0.1:${port}/${bucket}?region=eu-north-1&tls=no`,
    pathOf: (sha256) => join(directory, bucket, sha256.slice(0, 2), `${sha256}._S3rver_object`),
    away: () => server.close(),
    back: async () => {
      server = (await start(port)).server
    },
  }
}

/** What `FILE_STORE` means. */
export function storeOf(value: string) {
  const setting = readStoreSetting(value)
  if (!setting) throw new Error('The setting cannot be understood')
  return setting
}
