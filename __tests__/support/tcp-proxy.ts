import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** What a proxy does with connections, those that there are too: hands on what comes, swallows it (`silent`), or cuts them and takes no others (`closed`). */
export type ProxyMode = 'open' | 'silent' | 'closed'

/** A stretch of network on loopback that a test can break. */
export interface TcpProxy {
  /** The address given, led through the proxy. */
  readonly url: string
  readonly become: (mode: ProxyMode) => Promise<void>
  /** From now on everything takes so many milliseconds in each direction. */
  readonly delay: (milliseconds: number) => void
  /** Cuts everything as soon as a client says these words, before or after they are handed on, once; tells when that was. */
  readonly cutAt: (words: string, when: 'before' | 'after') => Promise<void>
  readonly stop: () => Promise<void>
}

/** Milliseconds in which a server does what it was told, or a client learns that its connection is cut. */
const A_MOMENT = 100

/** A proxy before the server of an address such as `postgres://user@127.0.0.1:5432/name`. */
export async function startProxy(url: string): Promise<TcpProxy> {
  const aim = new URL(url)
  const sockets = new Set<Socket>()
  let mode: ProxyMode = 'open'
  let pause = 0
  let cutting = false
  let cut: { readonly words: string; readonly when: 'before' | 'after'; readonly done: () => void } | null =
    null

  const cutAll = () => {
    for (const socket of sockets) socket.destroy()
    sockets.clear()
  }
  const later = (work: () => void) => (pause === 0 ? work() : void setTimeout(work, pause))
  const server = createServer((client) => {
    const behind = connect(Number(aim.port), aim.hostname)
    for (const [one, other] of [
      [client, behind],
      [behind, client],
    ] as const) {
      sockets.add(one)
      one.on('error', () => undefined)
      one.on('close', () => later(() => other.destroy()))
      one.on('data', (chunk: Buffer) => {
        if (mode !== 'open' || cutting) return
        const last = one === client && cut !== null && chunk.includes(cut.words) ? cut : null
        if (last === null) {
          later(() => other.destroyed || other.write(chunk))
          return
        }
        cut = null
        cutting = true
        if (last.when === 'after') other.write(chunk)
        setTimeout(
          () => {
            cutAll()
            cutting = false
            last.done()
          },
          last.when === 'after' ? A_MOMENT : 0,
        )
      })
    }
  })
  const listen = (port: number) =>
    new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()))
  const close = () => new Promise<void>((resolve) => void server.close(() => resolve()))
  await listen(0)
  const { port } = server.address() as AddressInfo
  const own = new URL(url)
  own.port = String(port)
  return {
    url: own.href,
    become: async (next) => {
      if (next === 'closed') {
        cutAll()
        await close()
        // Until the other side knows.
        await new Promise((resolve) => setTimeout(resolve, A_MOMENT))
      } else if (mode === 'closed') await listen(port)
      mode = next
    },
    delay: (milliseconds) => {
      pause = milliseconds
    },
    cutAt: (words, when) => new Promise((done) => (cut = { words, when, done })),
    stop: async () => {
      cutAll()
      if (mode !== 'closed') await close()
    },
  }
}
