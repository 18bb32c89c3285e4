import { createCipheriv } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { algorithms, cipherOf, type Sealed } from './algorithms.ts'
import { readStored, writeStored } from './stored-text.ts'

const refused = /unable to authenticate|the tag differs/
const secret = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes))

test('SM4 is that of the standard (GB/T 32907-2016, A.1)', () => {
  const key = Buffer.from('0123456789abcdeffedcba9876543210', 'hex')
  const block = createCipheriv('sm4-ecb', key, null).setAutoPadding(false)
  expect(block.update(key).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246')
})

test.each(algorithms)('%s: what is sealed and stored opens as it was', (algorithm) => {
  fc.assert(
    fc.property(secret, fc.string({ unit: 'grapheme' }), fc.string(), (key, plain, about) => {
      const cipher = cipherOf[algorithm](key)
      const text = writeStored({ ...cipher.seal(plain, about), algorithm, keyNo: 7, digest: 'd' })
      const read = readStored(text)
      expect(read).toMatchObject({ algorithm, keyNo: 7, digest: 'd' })
      expect(read && cipher.open(read, about)).toBe(plain)
    }),
  )
})

test.each(algorithms)(
  '%s: the same about the same gives the same text, about anything else another',
  (algorithm) => {
    fc.assert(
      fc.property(secret, fc.string(), fc.string(), fc.string(), (key, plain, one, other) => {
        fc.pre(one !== other)
        const cipher = cipherOf[algorithm](key)
        expect(cipher.seal(plain, one)).toEqual(cipher.seal(plain, one))
        expect(cipher.seal(plain, one).nonce).not.toEqual(cipher.seal(plain, other).nonce)
      }),
    )
  },
)

test.each(algorithms)('%s: one altered bit, another thing or another key does not open', (algorithm) => {
  const flipped = (sealed: Sealed, part: keyof Sealed, bit: number): Sealed => {
    const bytes = Buffer.from(sealed[part])
    const at = bit % (bytes.length * 8)
    bytes[at >> 3] = (bytes[at >> 3] as number) ^ (1 << (at & 7))
    return { ...sealed, [part]: bytes }
  }
  fc.assert(
    fc.property(
      secret,
      secret,
      fc.string({ minLength: 1 }),
      fc.constantFrom<keyof Sealed>('nonce', 'body', 'tag'),
      fc.nat(),
      (key, otherKey, plain, part, bit) => {
        fc.pre(!key.equals(otherKey))
        const cipher = cipherOf[algorithm](key)
        const sealed = cipher.seal(plain, 'here')
        expect(() => cipher.open(flipped(sealed, part, bit), 'here')).toThrow(refused)
        expect(() => cipher.open(sealed, 'there')).toThrow(refused)
        expect(() => cipherOf[algorithm](otherKey).open(sealed, 'here')).toThrow(refused)
      },
    ),
  )
})

test('what is no stored text is told from one', () => {
  fc.assert(fc.property(fc.string(), (text) => readStored(text) === null))
  for (const text of [
    '13800000000',
    'xm1.aes-256-gcm.0.a.b.c.',
    'xm2.aes-256-gcm.1.a.b.c.',
    'xm1.rot13.1.a.b.c.',
  ])
    expect(readStored(text)).toBeNull()
})
