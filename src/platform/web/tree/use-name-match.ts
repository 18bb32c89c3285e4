import { useEffect, useState } from 'react'

type Match = (name: string, find: string) => boolean

const reads: Match = (name, find) => name.toLowerCase().includes(find.toLowerCase())

/** How a name is found in a tree: by its characters, and by its sound once letters are typed; the sounds are fetched then. */
export function useNameMatch(find: string): Match {
  const [match, setMatch] = useState<Match>(() => reads)
  const letters = /[a-z]/i.test(find)
  const heard = match !== reads
  useEffect(() => {
    if (!letters || heard) return
    let left = false
    void import('../../values/sounds-like.ts').then(
      ({ lettersIn, soundsLike }) => {
        if (left) return
        setMatch(() => (name: string, typed: string) => {
          const spelt = lettersIn(typed)
          return reads(name, typed) || (spelt !== null && soundsLike(name, spelt))
        })
      },
      // Offline the characters still find.
      () => undefined,
    )
    return () => {
      left = true
    }
  }, [letters, heard])
  return match
}
