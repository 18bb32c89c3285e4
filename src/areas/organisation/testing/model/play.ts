import { expect } from 'vitest'
import { Refusal } from '../../../../platform/refusal.ts'
import { databaseRefusal } from '../../../../platform/rpc/server/database-refusal.ts'
import type { TestDatabase } from '../../../../platform/testing/database.ts'
import { openOffice, type TestOffice } from '../office.ts'
import type { Act, DeedAct, Done } from './acts.ts'
import { beginnings } from './beginnings.ts'
import type { Command } from './command.ts'
import { actOf } from './commands.ts'
import { ModelOffice } from './model-office.ts'

export type Played = { readonly office: TestOffice; readonly model: ModelOffice }

let offices = 0

/** An office of its own on the shared database, founded alike in the product and in the model. */
export async function beginOffice(database: TestDatabase): Promise<Played> {
  const played: Played = { office: await openOffice(++offices, database), model: new ModelOffice() }
  const ids = new Map<string, string>()
  for (const [name, act] of beginnings)
    ids.set(
      name,
      (await play(
        played,
        act((known) => ids.get(known) as string),
      )) as string,
    )
  return played
}

/**
 * Tries each command on both; what one refuses the other must refuse. `ahead` is called before each act that is tried, `between` after
 * each that was done.
 */
export async function playAll(
  played: Played,
  commands: readonly Command[],
  between: (nth: number) => Promise<void> = async () => undefined,
  ahead: (act: Act) => Promise<void> = async () => undefined,
): Promise<void> {
  for (const [index, command] of commands.entries()) {
    const act = actOf(played.model.now, command, index + 100)
    if (!act) continue
    await ahead(act)
    if ((await play(played, act)) !== null) await between(index)
  }
}

/** Does an act in both; the id of its record, or null where both refused it. */
async function play({ office, model }: Played, act: Act): Promise<string | null> {
  const done = await attempt(office, act)
  const why = model.try(act, done.done ?? { id: 'refused' })
  expect({ refused: done.done === null, act, why, said: done.said }).toEqual({
    refused: why !== null,
    act,
    why,
    said: done.said,
  })
  return done.done?.id ?? null
}

async function attempt(office: TestOffice, act: Act): Promise<{ done: Done | null; said: string }> {
  try {
    return { done: await perform(office, act), said: '' }
  } catch (error) {
    const refusal = error instanceof Refusal ? error : databaseRefusal(error)
    if (!refusal) throw error
    return { done: null, said: refusal.message }
  }
}

async function perform(office: TestOffice, act: Act): Promise<Done> {
  switch (act.do) {
    case 'establish':
      return { id: await office.establish(act.type, act.day, act.sets, act.header) }
    case 'deed':
      return await performDeed(office, act)
    case 'correct-deed':
      await office.correctDeed('organisation', act.deed, act)
      return { id: act.deed }
    default:
      await performOnOne(office, act)
      return { id: act.id }
  }
}

async function performDeed(office: TestOffice, act: DeedAct): Promise<Done> {
  const { deed, begun } = await office.deed(act.about, act.kind, act.day, {
    ending: act.ending.map((id) => ({ id, sets: {} })),
    lasting: act.lasting.map((id) => ({ id, sets: {} })),
    beginning: act.beginning,
    moves: act.moves,
  })
  return { id: deed, begun: Object.fromEntries(begun.map(({ name, id }) => [name, id])) }
}

async function performOnOne(
  office: TestOffice,
  act: Exclude<Act, { do: 'establish' | 'deed' | 'correct-deed' }>,
): Promise<void> {
  switch (act.do) {
    case 'happen':
      await office.happen(act.type, act.id, act.event, act.day, act.sets)
      return
    case 'correct': {
      const event = (await office.load(act.type, act.id))?.events[act.at]
      const corrected = {
        id: event?.id as string,
        sets: act.sets,
        neverWas: act.neverWas,
        ...(act.day ? { onDate: act.day as never } : {}),
      }
      await office.correct(act.type, act.id, corrected)
      return
    }
    case 'correct-header':
      await office.correct(act.type, act.id, undefined, act.header)
      return
    case 'remove':
      await office.remove(act.type, act.id)
      return
    case 'erase':
      await office.erase(act.type, act.id)
  }
}
