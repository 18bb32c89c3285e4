import { hash, verify } from '@node-rs/argon2'
import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'
import { QueueFull, WorkQueue } from './work-queue.ts'

/** Argon2id (RFC 9106; the library's default kind) at the cost that OWASP's password storage page asks for, and more. */
const cost = { memoryCost: 65_536, timeCost: 3, parallelism: 1 }
const hashesAtOnce = 2
const hashesWaiting = 20

/** Hashes and checks passwords, at 64 MiB each: so at most two at once, and a short queue. */
export type Passwords = {
  hash(password: string): Promise<string>
  verify(hash: string, password: string): Promise<boolean>
}

/** @throws Refusal TOO_MANY from either function where the queue is full */
export function createPasswords(): Passwords {
  const queue = new WorkQueue(hashesAtOnce, hashesWaiting)
  return {
    hash: (password) => queue.run(() => hash(password, cost)).catch(refuseFull),
    verify: (hashed, password) => queue.run(() => verify(hashed, password)).catch(refuseFull),
  }
}

function refuseFull(error: unknown): never {
  if (!(error instanceof QueueFull)) throw error
  throw new Refusal(
    'TOO_MANY',
    text('登录请求过多，请稍后再试。', 'Too many people are signing in at this moment. Try again shortly.'),
  )
}
