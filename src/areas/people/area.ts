import { join } from 'node:path'
import { defineArea } from '../../platform/area.ts'
import { migrationsIn } from '../../platform/db/migration.ts'
import { assignmentBehaviour } from './behaviours/assignment.ts'
import { communityPostBehaviour } from './behaviours/community-post.ts'
import {
  ballotBehaviour,
  candidacyBehaviour,
  electionBehaviour,
  electionOfficerBehaviour,
} from './behaviours/election.ts'
import { leadTimeBehaviour } from './behaviours/lead-time.ts'
import { dataRequestBehaviour } from './behaviours/data-request.ts'
import { partyPostBehaviour } from './behaviours/party-post.ts'
import { personBehaviour } from './behaviours/person.ts'
import {
  residentsBallotBehaviour,
  residentsCandidacyBehaviour,
  residentsElectionBehaviour,
  residentsOfficerBehaviour,
} from './behaviours/residents-election.ts'
import { staffingStandardBehaviour } from './behaviours/staffing-standard.ts'
import { peopleFigures } from './figures/figures.ts'
import { peopleJudges } from './judges.ts'
import { peopleLedgers } from './ledgers/index.ts'
import { peoplePurposes } from './purposes.ts'

export const peopleArea = defineArea({
  name: 'people',
  migrations: migrationsIn(join(import.meta.dirname, 'migrations'), 'people'),
  records: [
    personBehaviour,
    partyPostBehaviour,
    communityPostBehaviour,
    assignmentBehaviour,
    staffingStandardBehaviour,
    leadTimeBehaviour,
    electionBehaviour,
    ballotBehaviour,
    candidacyBehaviour,
    electionOfficerBehaviour,
    dataRequestBehaviour,
    residentsElectionBehaviour,
    residentsBallotBehaviour,
    residentsCandidacyBehaviour,
    residentsOfficerBehaviour,
  ],
  judges: peopleJudges,
  figures: peopleFigures,
  ledgers: peopleLedgers,
  purposes: peoplePurposes,
  wholeOffice: [{ view: 'secretary_change', reads: ['party_post_event', 'party_post_spell'] }],
})
