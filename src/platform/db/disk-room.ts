import { statfs } from 'node:fs/promises'
import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'

export type FreeBytes = () => Promise<number>

const megabyte = 1024 * 1024
const usualReserve = 256

/** How many bytes a user without special rights may still write where this folder lies (statfs(2)). */
export const freeBytesAt =
  (folder: string): FreeBytes =>
  async () => {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  }

/**
 * The megabytes of `XIAOMA_DISK_RESERVE` (256) in bytes: below so much free space nothing is written.
 * @throws Refusal INVALID for what is no number
 */
export function diskReserve(env: Readonly<Record<string, string | undefined>>): number {
  const value = env.XIAOMA_DISK_RESERVE?.trim() || String(usualReserve)
  if (!/^\d{1,7}$/.test(value)) throw invalid(value)
  return Number(value) * megabyte
}

/**
 * Knows whether there is room on the data's disk: looked at once a second, so that asking costs nothing. A database that runs into
 * the end of its disk stops; turned away before, people go on reading, and on writing as soon as there is room.
 */
export class DiskRoom {
  readonly #readFree: FreeBytes
  readonly #reserve: number
  readonly #timer: NodeJS.Timeout
  #free = Number.POSITIVE_INFINITY

  constructor(readFree: FreeBytes, reserve: number, everyMilliseconds = 1000) {
    this.#readFree = readFree
    this.#reserve = reserve
    this.#timer = setInterval(() => void this.look(), everyMilliseconds)
    this.#timer.unref()
  }

  /** Bytes that were free at the last look; infinite before the first. */
  get free(): number {
    return this.#free
  }

  get isLow(): boolean {
    return this.#free < this.#reserve
  }

  /** @throws Refusal UNAVAILABLE where too little is free */
  refuseWhenLow(): void {
    if (this.isLow) throw noRoom(this.#free, this.#reserve)
  }

  /** A disk that cannot be asked is not held against anybody: the database speaks for itself. */
  async look(): Promise<void> {
    this.#free = await this.#readFree().catch(() => Number.POSITIVE_INFINITY)
  }

  close(): void {
    clearInterval(this.#timer)
  }
}

const inMegabytes = (bytes: number) => Math.floor(bytes / megabyte)

const noRoom = (free: number, reserve: number) =>
  new Refusal(
    'UNAVAILABLE',
    text(
      `服务器磁盘空间不足（剩余 ${inMegabytes(free)} MB，至少需要 ${inMegabytes(reserve)} MB），此次操作未生效，查询不受影响。请联系系统管理员清理磁盘，之后无须重启即可继续。`,
      `The server's disk is nearly full (${inMegabytes(free)} MB free, ${inMegabytes(reserve)} MB needed): nothing was changed, and reading goes on. Ask the administrator to make room; writing then goes on without a restart.`,
    ),
    { freeMegabytes: inMegabytes(free), neededMegabytes: inMegabytes(reserve) },
  )

const invalid = (value: string) =>
  new Refusal(
    'INVALID',
    text(
      `设置 XIAOMA_DISK_RESERVE 的值“${value}”无效，应为兆字节数，如 256。`,
      `The setting XIAOMA_DISK_RESERVE does not work with the value “${value}”: it is a number of megabytes, such as 256.`,
    ),
    { setting: 'XIAOMA_DISK_RESERVE', value },
  )
