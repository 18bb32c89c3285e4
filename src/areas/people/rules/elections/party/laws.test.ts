import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { contendersOf, type PartyRound } from './round.ts'
import { decidePartyRound } from './outcome.ts'
import { anyPartyRound } from '../testing/any-party-round.ts'
import type { ContenderOutcome } from './tally.ts'

/** Who is what; null when the round came to no count. */
function outcomes(round: PartyRound): Map<string, ContenderOutcome> | null {
  const { result } = decidePartyRound(round)
  return result.kind === 'counted' ? new Map(result.contenders.map((each) => [each.id, each.outcome])) : null
}
const electedIn = (round: PartyRound) =>
  [...(outcomes(round) ?? [])].filter(([, outcome]) => outcome === 'elected').map(([id]) => id)
const votesIn = (round: PartyRound, id: string) =>
  contendersOf(round).find((each) => each.id === id)?.for ?? 0

test('ballots that were really cast never contradict each other', () => {
  fc.assert(
    fc.property(anyPartyRound, (round) => {
      expect(['counted', 'inquorate']).toContain(decidePartyRound(round).result.kind)
    }),
  )
})

test('no more are elected than there are seats, and every seat is accounted for', () => {
  fc.assert(
    fc.property(anyPartyRound, (round) => {
      const { result } = decidePartyRound(round)
      if (result.kind !== 'counted') return
      const elected = electedIn(round).length
      const left = result.steps.reduce((sum, { seats }) => sum + seats, 0)
      expect(elected).toBeLessThanOrEqual(round.seats)
      expect(elected + left).toBe(round.seats)
    }),
  )
})

test('who is elected has over half: of those due since 2020 unless it was ruled, of those present before', () => {
  fc.assert(
    fc.property(anyPartyRound, (round) => {
      fc.pre(round.vote !== 'tie')
      const ruled = round.ruling !== null && round.ruling.base === 'present'
      const base = round.on < '2020-07-13' || ruled ? round.present : round.due
      for (const id of electedIn(round)) expect(votesIn(round, id) * 2).toBeGreaterThan(base)
    }),
  )
})

test('each outcome is what a plain reading of all votes says', () => {
  fc.assert(
    fc.property(anyPartyRound, (round) => {
      fc.pre(round.vote !== 'tie' && round.ruling === null)
      const base = round.on < '2020-07-13' ? round.present : round.due
      const all = contendersOf(round).filter((each) => each.for * 2 > base)
      for (const [id, outcome] of outcomes(round) ?? []) {
        const votes = votesIn(round, id)
        const passes = votes * 2 > base
        const ahead = all.filter((each) => each.for > votes).length
        const level = all.filter((each) => each.for >= votes).length
        expect(outcome === 'elected').toBe(passes && level <= round.seats)
        expect(outcome === 'tied').toBe(passes && level > round.seats && ahead < round.seats)
        if (outcome === 'referred') expect(passes || votes * 2 <= round.present).toBe(false)
      }
    }),
  )
})

test('nobody with fewer votes fares better', () => {
  const rank = { elected: 3, tied: 2, referred: 2, notElected: 1 } as const
  fc.assert(
    fc.property(anyPartyRound, (round) => {
      const found = [...(outcomes(round) ?? [])].sort(([a], [b]) => votesIn(round, b) - votesIn(round, a))
      const ranks = found.map(([, outcome]) => rank[outcome])
      expect(ranks).toEqual([...ranks].sort((a, b) => b - a))
    }),
  )
})

test('the order of the candidates and write-ins decides nothing', () => {
  const shuffled = anyPartyRound.chain((round) =>
    fc.tuple(
      fc.constant(round),
      fc.shuffledSubarray([...round.candidates], { minLength: round.candidates.length }),
      fc.shuffledSubarray([...round.writeIns], { minLength: round.writeIns.length }),
    ),
  )
  fc.assert(
    fc.property(shuffled, ([round, candidates, writeIns]) => {
      expect(outcomes({ ...round, candidates, writeIns })).toEqual(outcomes(round))
    }),
  )
})

/** The round with one more vote for a candidate, taken from those against or abstaining. */
function withOneMore(round: PartyRound, at: number): PartyRound {
  const candidates = round.candidates.map((each, index) =>
    index !== at
      ? each
      : each.abstain > 0
        ? { ...each, for: each.for + 1, abstain: each.abstain - 1 }
        : { ...each, for: each.for + 1, against: each.against - 1 },
  )
  return { ...round, candidates }
}

test('one more vote never makes a candidate fare worse, nor another fare better', () => {
  const rank = { elected: 3, tied: 2, referred: 2, notElected: 1 } as const
  fc.assert(
    fc.property(anyPartyRound, fc.nat(), (round, pick) => {
      const at = pick % round.candidates.length
      const before = outcomes(round)
      const after = outcomes(withOneMore(round, at))
      fc.pre(before !== null && after !== null)
      for (const { id } of contendersOf(round)) {
        const was = rank[before?.get(id) ?? 'notElected']
        const is = rank[after?.get(id) ?? 'notElected']
        const favoured = id === round.candidates[at]?.id
        if (favoured) expect(is).toBeGreaterThanOrEqual(was)
        else expect(is).toBeLessThanOrEqual(was)
      }
    }),
  )
})

test('more voters due never elect anybody', () => {
  fc.assert(
    fc.property(anyPartyRound, fc.integer({ min: 1, max: 20 }), (round, more) => {
      const before = electedIn(round)
      for (const id of electedIn({ ...round, due: round.due + more })) expect(before).toContain(id)
    }),
  )
})

test('at the turn of the regulations nobody is elected by the new who was not by the old', () => {
  fc.assert(
    fc.property(anyPartyRound, (round) => {
      const old = { ...round, on: '2020-07-12' as PartyRound['on'], ruling: null }
      const before = electedIn(old)
      for (const id of electedIn({ ...old, on: '2020-07-13' as PartyRound['on'] }))
        expect(before).toContain(id)
    }),
  )
})
