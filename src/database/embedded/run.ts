import { spawn } from 'node:child_process'

/** The system user that a program runs as. */
export interface Identity {
  uid: number
  gid: number
}

export interface Outcome {
  code: number | null
  output: string
}

/** Runs one of PostgreSQL's own tools to its end and gives back what it said. */
export function run(
  program: string,
  args: string[],
  identity: Identity | undefined,
  cwd = '/',
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    // Detached: Ctrl-C at the terminal reaches only us, so the web server ends before the database does.
    const child = spawn(program, args, {
      ...identity,
      cwd,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TZ: 'UTC' },
    })
    let output = ''
    const collect = (chunk: Buffer) => {
      output += chunk.toString()
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', reject)
    // `exit`, not `close`: a server that pg_ctl leaves running may keep our pipes open.
    child.on('exit', (code) => resolve({ code, output: output.trim() }))
  })
}
