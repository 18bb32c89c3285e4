import { defineRule, type Rule } from '../../../../../../platform/rules/rule.ts'
import type { Day } from '../../../../../../platform/values/day.ts'
import { birthDay } from '../../../birth.ts'
import { always } from '../../instruments.ts'
import { type ResidentsTeam, residentsTeamRules } from '../committee-rules.ts'
import { outcomeOfResidentsElection } from '../outcome-of-election.ts'
import type { RecordedResident } from '../recorded-round.ts'
import { electionDay, type ResidentsElection, underRevisedLaw } from './residents-election.ts'

const personOf = ({ name, sex, birth }: RecordedResident): ResidentsTeam['people'][number] => ({
  name,
  gender: sex === '2' ? 'female' : 'male',
  birth: birth === null ? null : (birthDay(birth) as Day),
})

/**
 * Who stands when the election is held, and who was elected when it is confirmed. A by-election fills some seats of a committee whose other
 * members it does not name, so its size and its women are not judged by it.
 */
function teamsOf({ events, spells, facts }: ResidentsElection): ResidentsTeam | null {
  const { kind, seats } = spells.at(-1)?.attributes ?? {}
  const newest = events.at(-1)?.kind
  const ballots = facts?.ballots ?? []
  if (kind !== 'term') return null
  const size = Number(seats)
  const contenders = new Map(
    ballots.flatMap((ballot) => ballot.contenders).map((each) => [each.personId, each]),
  )
  if (newest === 'confirmed') {
    const { posts } = outcomeOfResidentsElection({ kind, seats: size, ballots })
    const people = posts.flatMap(({ personId }) => contenders.get(personId) ?? []).map(personOf)
    return posts.length === 0 ? null : { stage: 'elected', size, people }
  }
  const listed = [...contenders.values()].filter(({ way }) => way === 'candidate')
  if (newest === 'held' && listed.length > 0)
    return { stage: 'nominated', size, people: listed.map(personOf) }
  return newest === 'planned' || newest === 'replanned' ? { stage: 'planned', size, people: [] } : null
}

/** Size, women and age over the record, by the law of the day of the election. */
export const teamRules: readonly Rule<ResidentsElection>[] = residentsTeamRules.map((rule) =>
  defineRule<ResidentsElection>({
    ...rule,
    inForce: always,
    check: (election) => {
      const team = underRevisedLaw(election) ? teamsOf(election) : null
      return team ? rule.check(team, electionDay(election)) : []
    },
  }),
)
