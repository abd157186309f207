import { createHash, generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { closeSync, openSync, renameSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import ssh2 from 'ssh2'

const { STATUS_CODE, OPEN_MODE } = ssh2.utils.sftp

/** A real SFTP server on loopback that keeps files in a folder; it knows one user with one password. */
export async function openSftpServer(folder: string, login: { user: string; password: string }) {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
  })
  const server = new ssh2.Server({ hostKeys: [privateKey] }, (client) => {
    client.on('error', () => {})
    client.on('authentication', (asked) => {
      const known =
        asked.method === 'password' && asked.username === login.user && asked.password === login.password
      if (known) asked.accept()
      else asked.reject(['password'])
    })
    client.on('session', (accept) => {
      accept().on('sftp', (acceptSftp) => serveFiles(acceptSftp(), folder))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const key = ssh2.utils.parseKey(privateKey)
  if (key instanceof Error) throw key
  const fingerprint = createHash('sha256').update(key.getPublicSSH()).digest('base64').replace(/=+$/, '')
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    fingerprint,
    close: () => new Promise<void>((done) => server.close(() => done())),
  }
}

/** The few things that laying a file and moving it in need. */
function serveFiles(sftp: ssh2.SFTPWrapper, folder: string): void {
  const at = (path: string) => join(folder, path.replace(/^\/+/, ''))
  const answer = (id: number, act: () => void) => {
    try {
      act()
      sftp.status(id, STATUS_CODE.OK)
    } catch {
      sftp.status(id, STATUS_CODE.NO_SUCH_FILE)
    }
  }
  const tell = (id: number, path: string) => {
    try {
      const { mode, uid, gid, size, atimeMs, mtimeMs } = statSync(at(path))
      sftp.attrs(id, { mode, uid, gid, size, atime: atimeMs / 1000, mtime: mtimeMs / 1000 })
    } catch {
      sftp.status(id, STATUS_CODE.NO_SUCH_FILE)
    }
  }
  sftp.on('OPEN', (id, path, flags) => {
    try {
      const file = openSync(at(path), flags & OPEN_MODE.WRITE ? 'w' : 'r')
      const handle = Buffer.alloc(4)
      handle.writeUInt32BE(file)
      sftp.handle(id, handle)
    } catch {
      sftp.status(id, STATUS_CODE.FAILURE)
    }
  })
  sftp.on('WRITE', (id, handle, offset, data) =>
    answer(id, () => writeSync(handle.readUInt32BE(), data, 0, data.length, offset)),
  )
  sftp.on('CLOSE', (id, handle) => answer(id, () => closeSync(handle.readUInt32BE())))
  sftp.on('RENAME', (id, from, to) => answer(id, () => renameSync(at(from), at(to))))
  sftp.on('SETSTAT', (id) => answer(id, () => {}))
  sftp.on('FSETSTAT', (id) => answer(id, () => {}))
  sftp.on('STAT', tell)
  sftp.on('LSTAT', tell)
  sftp.on('REALPATH', (id, path) =>
    sftp.name(id, [{ filename: path, longname: path, attrs: emptyAttributes }]),
  )
}

const emptyAttributes = { mode: 0, uid: 0, gid: 0, size: 0, atime: 0, mtime: 0 }
