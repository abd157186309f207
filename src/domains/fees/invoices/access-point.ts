import { createHash } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Where the association's Peppol access point fetches e-invoices. A file is first laid hidden beside the others
 * and then moved in: it appears whole or not at all, and moving it in a second time does nothing. So whoever
 * remembers between the two that the file lies there never delivers it twice, wherever he is stopped.
 */
export interface AccessPoint {
  /** Lays a file hidden; one that lies there already is written over. */
  stage(name: string, content: Buffer): Promise<void>
  /** Moves a staged file in. When none lies there it was moved before. */
  release(name: string): Promise<void>
  close(): Promise<void>
}

/** The access point's folder on this machine, or behind `sftp://`. */
export function openAccessPoint(address: string): Promise<AccessPoint> {
  return address.startsWith('sftp://') ? openSftp(new URL(address)) : openFolder(address)
}

const hidden = (name: string) => `.${name}.part`

async function openFolder(folder: string): Promise<AccessPoint> {
  await mkdir(folder, { recursive: true })
  return {
    stage: async (name, content) => {
      const file = await open(join(folder, hidden(name)), 'w', 0o640)
      try {
        await file.writeFile(content)
        await file.sync()
      } catch (error) {
        await rm(join(folder, hidden(name)), { force: true })
        throw error
      } finally {
        await file.close()
      }
    },
    release: async (name) => {
      await rename(join(folder, hidden(name)), join(folder, name)).catch((error: unknown) => {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
      })
    },
    close: async () => {},
  }
}

/** Connects with the user and password of the address; `?fingerprint=SHA256:…` names the server's key. */
async function openSftp(address: URL): Promise<AccessPoint> {
  const wanted = address.searchParams
    .get('fingerprint')
    ?.replace(/^SHA256:/, '')
    .replace(/=+$/, '')
  if (!wanted) throw new Error('PEPPOL_OUTBOX: name the server’s key, …?fingerprint=SHA256:…')
  const { default: SftpClient } = await import('ssh2-sftp-client')
  const client = new SftpClient()
  await client.connect({
    host: address.hostname,
    port: address.port ? Number(address.port) : 22,
    username: decodeURIComponent(address.username),
    password: decodeURIComponent(address.password),
    readyTimeout: 15_000,
    hostVerifier: (key: Buffer) =>
      createHash('sha256').update(key).digest('base64').replace(/=+$/, '') === wanted,
  })
  const folder = decodeURIComponent(address.pathname).replace(/\/$/, '')
  const at = (name: string) => `${folder}/${name}`
  return {
    stage: async (name, content) => {
      await client.put(content, at(hidden(name)))
    },
    release: async (name) => {
      if (await client.exists(at(hidden(name)))) await client.rename(at(hidden(name)), at(name))
    },
    close: async () => {
      await client.end()
    },
  }
}
