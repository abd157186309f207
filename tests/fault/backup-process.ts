// A process of its own that makes a backup or restores one, to be killed in the middle.
import { restoreBackup, verifyBackup, writeBackup } from '../../src/database/backup/index.ts'

const [way, file = ''] = process.argv.slice(2)
const connection = { connectionString: process.env.DATABASE_URL ?? '' }
const { signal } = new AbortController()
process.stdout.write('begun\n')
if (way === 'restore') {
  await restoreBackup(connection, await verifyBackup(file, signal), signal)
} else {
  const about = {
    program: 'test',
    association: { code: 'SEKOM', name: 'Sveriges Ekokommuner' },
    madeUp: true,
    secretMark: '',
    notIncluded: [],
  }
  await writeBackup(connection, file, about, signal)
}
