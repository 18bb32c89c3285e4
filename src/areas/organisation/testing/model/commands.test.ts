import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beginnings } from './beginnings.ts'
import { actOf, commands } from './commands.ts'
import { ModelOffice } from './model-office.ts'

const everyDeed = [
  'establish',
  'renamed',
  're_homed',
  're_seated',
  'dissolved',
  'moved',
  'state_changed',
  'correct',
  'correct-header',
  'remove',
  'erase',
  'establish: the key is taken',
  're_homed: lies beneath itself',
  're_seated: lies beneath itself',
  'dissolved: something happens to it while it is not in force, or it begins twice',
  'restored',
  'reclassified',
  'raised',
  'transferred',
  'lead_changed',
  'merge',
  'absorb',
  'split',
  'divide',
  'dissolve',
  'correct-deed',
  'dissolved: something hangs on it',
  'merge: something is left without a place to go',
  'merge: chosen twice',
  'split: the key is taken',
  'dissolve: something would still hang on what ended',
  'dissolve: it cannot move',
  'correct: it is part of a deed',
  'remove: it is part of a deed',
  'correct-deed: something happens to it while it is not in force, or it begins twice',
  'correct: something happens to it while it is not in force, or it begins twice',
  'remove: others name it',
  'erase: holds nothing personal',
]

/** A generator that stops doing something would make the laws hold of less than they say. */
test('the generator does every deed, and is refused for every reason', () => {
  const seen = new Set<string>()
  for (const sequence of fc.sample(commands, 400)) {
    const model = new ModelOffice()
    const ids = new Map<string, string>()
    for (const [name, act] of beginnings) {
      expect(
        model.try(
          act((known) => ids.get(known) as string),
          { id: name },
        ),
      ).toBeNull()
      ids.set(name, name)
    }
    for (const [nth, command] of sequence.entries()) {
      const act = actOf(model.now, command, nth + 100)
      if (!act) continue
      const begun = act.do === 'deed' ? act.beginning.map(({ name }) => [name, `r${nth} ${name}`]) : []
      const why = model.try(act, { id: `r${nth}`, begun: Object.fromEntries(begun) })
      const word = act.do === 'happen' ? act.event : act.do === 'deed' ? act.kind : act.do
      seen.add(`${word}${why === null ? '' : `: ${why}`}`)
    }
  }
  expect(everyDeed.filter((deed) => !seen.has(deed))).toEqual([])
})
