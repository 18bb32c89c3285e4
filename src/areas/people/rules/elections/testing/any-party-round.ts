import * as fc from 'fast-check'
import { day } from '../../../../../platform/values/day.ts'
import { classBallot } from '../ballot.ts'
import type { MajorityBase, PartyRound, PartyVote } from '../party/round.ts'

const outside = ['另选人一', '另选人二'] as const

type Mark = 'for' | 'against' | 'abstain'
type Cast = { readonly marks: readonly Mark[]; readonly writeIn: string | null }

const anyMark = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Mark>('for') },
  { weight: 2, arbitrary: fc.constant<Mark>('against') },
  { weight: 1, arbitrary: fc.constant<Mark>('abstain') },
)

/** One ballot, in a meeting that may be stirred up for somebody outside the list: a mark for each candidate, and somebody written in by who is against one. One in ten chooses too many. */
const anyBallot = (candidates: number, seats: number, stirred: boolean): fc.Arbitrary<Cast> =>
  fc
    .record({
      marks: fc.array(anyMark, { minLength: candidates, maxLength: candidates }),
      writeIn: stirred ? fc.constantFrom('另选人一') : fc.option(fc.constantFrom(...outside), { freq: 1 }),
      careless: fc.integer({ min: 0, max: 9 }),
    })
    .map(({ marks, writeIn, careless }) => {
      if (careless === 0) return { marks, writeIn }
      const room = seats - (mayWriteIn({ marks, writeIn }) ? 1 : 0)
      const forSoFar = (at: number) => marks.slice(0, at).filter((mark) => mark === 'for').length
      return {
        marks: marks.map((mark, at) => (mark === 'for' && forSoFar(at) >= room ? 'abstain' : mark)),
        writeIn,
      }
    })

const choices = ({ marks, writeIn }: Cast) =>
  marks.filter((mark) => mark === 'for').length + (mayWriteIn({ marks, writeIn }) ? 1 : 0)
const mayWriteIn = ({ marks, writeIn }: Cast) => writeIn !== null && marks.includes('against')

/** Rounds as they come about: people attend, get ballots, mark them and hand them in, and the tellers count. */
export const anyPartyRound: fc.Arbitrary<PartyRound> = fc
  .record({
    seats: fc.integer({ min: 1, max: 4 }),
    surplus: fc.integer({ min: 0, max: 3 }),
    present: fc.integer({ min: 3, max: 16 }),
    absent: fc.integer({ min: 0, max: 30 }),
    kept: fc.integer({ min: 0, max: 1 }),
    stirred: fc.integer({ min: 0, max: 3 }).map((at) => at === 0),
  })
  .chain(({ seats, surplus, present, absent, kept, stirred }) =>
    fc.record({
      on: fc.constantFrom(day('2018-06-20'), day('2021-06-18')),
      vote: fc.constantFrom<PartyVote>('first', 'first', 'first', 'further', 'tie'),
      ruling: fc.option(
        fc.record({ base: fc.constantFrom<MajorityBase>('due', 'present'), documentNo: fc.constant('1号') }),
        { freq: 1 },
      ),
      cast: fc.array(anyBallot(seats + surplus, seats, stirred), {
        minLength: present - kept,
        maxLength: present - kept,
      }),
      seats: fc.constant(seats),
      present: fc.constant(present),
      // Up to a quarter of those present may be absent; now and then it is one more.
      due: fc.constant(present + Math.min(Math.floor((present * absent) / 100), Math.floor(present / 4) + 1)),
      candidates: fc.constant(seats + surplus),
    }),
  )
  .map(({ on, vote, ruling, cast, seats, present, due, candidates }) => {
    const valid = cast.filter((ballot) => classBallot(choices(ballot), seats) === 'valid')
    const marked = (at: number, mark: string) => valid.filter(({ marks }) => marks[at] === mark).length
    return {
      on,
      contest: 'members',
      vote,
      seats,
      due,
      present,
      ballots: {
        issued: present,
        returned: cast.length,
        void: cast.length - valid.length,
        statedValid: null,
      },
      candidates: Array.from({ length: candidates }, (_, at) => ({
        id: `c${at}`,
        name: `候选人${at + 1}`,
        for: marked(at, 'for'),
        against: marked(at, 'against'),
        abstain: marked(at, 'abstain'),
      })),
      writeIns: outside.map((name) => ({
        id: name,
        name,
        for: valid.filter((ballot) => mayWriteIn(ballot) && ballot.writeIn === name).length,
      })),
      officials: [],
      eligible: null,
      ruling,
    }
  })
