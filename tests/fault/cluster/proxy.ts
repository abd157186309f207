import { createServer, type Socket, connect as toServer } from 'node:net'

/** The address that always leads to the primary, as a virtual address or a balancer does in production. */
export interface Balancer {
  port: number
  /** Sends new lines to another server, and cuts the old ones. */
  leadTo(port: number): void
  /** Cuts every line, in whatever it is doing. */
  cut(): void
  /** Lets every open line stand, but nothing goes through it any more in either direction. New lines work. */
  swallow(): void
  close(): Promise<void>
}

/** Starts a balancer in front of a server on loopback. */
export async function startBalancer(first: number): Promise<Balancer> {
  let target = first
  const lines = new Map<Socket, Socket>()
  const cut = () => {
    for (const [near, far] of lines) {
      near.destroy()
      far.destroy()
    }
    lines.clear()
  }
  const server = createServer((near) => {
    const far = toServer(target, '127.0.0.1')
    lines.set(near, far)
    near.pipe(far)
    far.pipe(near)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('error', () => other.destroy())
      one.on('close', () => {
        other.destroy()
        lines.delete(near)
      })
    }
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  return {
    port: address && typeof address === 'object' ? address.port : 0,
    leadTo: (port) => {
      target = port
      cut()
    },
    cut,
    swallow: () => {
      for (const [near, far] of lines) {
        near.unpipe(far)
        far.unpipe(near)
        // Read and forgotten: the machine at the other end answers, but nobody is at home.
        near.resume()
        far.resume()
        // It is half open for good: that one side is closed is not told to the other.
        near.removeAllListeners('close')
        far.removeAllListeners('close')
      }
    },
    close: () => {
      cut()
      return new Promise((closed) => server.close(() => closed()))
    },
  }
}
