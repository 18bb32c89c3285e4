import { scopesOfPlaces } from '../../organisation/index.ts'
import type { RecordBehaviour } from '../../../platform/records/behaviour.ts'
import type { RecordType } from '../../../platform/records/record-type.ts'
import { scopeAlone } from '../../../platform/records/scope-alone.ts'
import type { Rule } from '../../../platform/rules/rule.ts'
import { assistedBeside, claimsBeside } from '../queries/claims-beside.ts'
import { improvementFacts } from '../queries/improvement-facts.ts'
import { capitalIncreaseType, financingType, hiringType, improvementType, trainingType } from '../records.ts'
import { capitalRules } from '../rules/outcomes/capital-rules.ts'
import type { AssistedFacts, Claimed, ClaimFacts } from '../rules/outcomes/claim.ts'
import { type ImprovementFacts, improvementRules } from '../rules/outcomes/improvement-rules.ts'
import { financingRules, hiringRules, trainingRules } from '../rules/outcomes/other-rules.ts'
import { cleanRate } from './clean-rate.ts'
import { withCompany } from './company.ts'
import { onItsDay } from './on-its-day.ts'

const withCompanyThen = { ...withCompany, hooks: onItsDay(withCompany.hooks) }

export const improvementBehaviour: RecordBehaviour<ImprovementFacts> = {
  ...withCompanyThen,
  type: improvementType,
  rules: improvementRules,
  facts: improvementFacts,
}

const ofCompany = (
  type: RecordType,
  rules: readonly Rule<Claimed<AssistedFacts>>[],
): RecordBehaviour<AssistedFacts> => ({
  ...withCompanyThen,
  type,
  rules,
  facts: (reader, judged) => assistedBeside(reader, judged, type),
})

export const capitalIncreaseBehaviour = {
  ...ofCompany(capitalIncreaseType, capitalRules),
  clean: { rate: cleanRate },
}
export const financingBehaviour = ofCompany(financingType, financingRules)
export const hiringBehaviour = ofCompany(hiringType, hiringRules)

/** A training lies in the place that held it. */
export const trainingBehaviour: RecordBehaviour<ClaimFacts> = {
  type: trainingType,
  placeColumn: 'place_id',
  follows: [{ type: 'organisation.place', by: 'place_id' }],
  rules: trainingRules,
  facts: (reader, judged) => claimsBeside(reader, judged, trainingType, 'title'),
  hooks: onItsDay((writer) => ({
    prepare: async (spells) => {
      const scopes = await scopesOfPlaces(
        writer,
        spells.map((spell) => spell.attributes['place_id'] as string),
      )
      return (spell) => scopes(spell, spell.attributes['place_id'] as string)
    },
    eventColumns: (_, segment) => scopeAlone(segment),
    headerColumns: scopeAlone,
  })),
}
