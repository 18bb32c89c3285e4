import { scopesOfPlaces } from '../../organisation/index.ts'
import type { RecordBehaviour } from '../../../platform/records/behaviour.ts'
import {
  inBallotOfSettledResidents,
  ofSettledResidents,
  settledResidents,
} from '../queries/of-settled-residents.ts'
import { residentsBallotFacts, residentsElectionFacts } from '../queries/residents-ballots.ts'
import { residentsCandidatesBeside, residentsOfficersBeside } from '../queries/residents-beside.ts'
import {
  residentsBallotType,
  residentsCandidacyType,
  residentsElectionType,
  residentsOfficerType,
} from '../records.ts'
import {
  type ResidentsBallotFacts,
  residentsBallotRules,
} from '../rules/elections/residents/steps/ballot-rules.ts'
import {
  type Beside,
  residentsCandidacyRules,
  residentsOfficerRules,
} from '../rules/elections/residents/steps/candidacy-rules.ts'
import { orderRules } from '../rules/elections/residents/steps/order-rules.ts'
import type { ResidentsElectionFacts } from '../rules/elections/residents/steps/residents-election.ts'
import { teamRules } from '../rules/elections/residents/steps/team-rules.ts'
import { timeRules } from '../rules/elections/residents/steps/time-rules.ts'
import { liesWith } from '../../../platform/records/lies-with.ts'
import { scopeAlone } from '../../../platform/records/scope-alone.ts'

/** A residents' election lies in its community, and what belongs to it lies with it. */
export const residentsElectionBehaviour: RecordBehaviour<ResidentsElectionFacts | undefined> = {
  type: residentsElectionType,
  placeColumn: 'place_id',
  follows: [{ type: 'organisation.place', by: 'place_id' }],
  rules: [...orderRules, ...timeRules, ...teamRules],
  facts: residentsElectionFacts,
  settled: settledResidents,
  hooks: (writer) => ({
    prepare: async (spells) => {
      const places = spells.map((spell) => spell.attributes['place_id'] as string)
      const scopes = await scopesOfPlaces(writer, places)
      return (spell) => scopes(spell, spell.attributes['place_id'] as string)
    },
    eventColumns: (_, segment) => scopeAlone(segment),
    headerColumns: scopeAlone,
  }),
}

export const residentsBallotBehaviour: RecordBehaviour<ResidentsBallotFacts | undefined> = {
  type: residentsBallotType,
  ...liesWith(residentsElectionType.id, 'election_id'),
  rules: residentsBallotRules,
  facts: residentsBallotFacts,
  settled: ofSettledResidents,
}

export const residentsCandidacyBehaviour: RecordBehaviour<Beside | undefined> = {
  type: residentsCandidacyType,
  ...liesWith(residentsBallotType.id, 'ballot_id'),
  rules: residentsCandidacyRules,
  facts: residentsOfficersBeside,
  settled: inBallotOfSettledResidents,
}

export const residentsOfficerBehaviour: RecordBehaviour<Beside | undefined> = {
  type: residentsOfficerType,
  ...liesWith(residentsElectionType.id, 'election_id'),
  rules: residentsOfficerRules,
  facts: residentsCandidatesBeside,
  settled: ofSettledResidents,
}
