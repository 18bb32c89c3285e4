import { defineBalance } from '../../../platform/figures/balance.ts'
import { type Figure, flow, percent, share, stock } from '../../../platform/figures/figure.ts'
import { comings, goings } from './movements.ts'
import { nonPublicFormed, shellsDissolved } from './non-public-rows.ts'
import * as rows from './row-sets.ts'

const theme = { zh: '组织体系', en: 'Organisation' }
const councils = { zh: '大党委', en: 'Joint councils' }
const nonPublic = { zh: '非公党建', en: 'Non-public enterprises' }
const organisations = { zh: '个', en: 'organisations' }
const places = { zh: '个', en: 'places' }
const count = { by: 'count' } as const
const base = { version: 1, theme, decimals: 0 }

const organisationsInForce = stock({
  ...base,
  id: 'organisation.organisations',
  label: { zh: '党组织', en: 'Party organisations' },
  unit: organisations,
  rows: rows.organisationsInForce,
  measure: count,
})

const communityOrganisations = stock({
  ...base,
  id: 'organisation.community_organisations',
  label: { zh: '社区党组织', en: 'Community Party organisations' },
  unit: organisations,
  rows: rows.communityOrganisationsInForce,
  measure: count,
})

const groups = stock({
  ...base,
  id: 'organisation.groups',
  label: { zh: '楼道党小组', en: 'Stairwell Party groups' },
  unit: { zh: '个', en: 'groups' },
  rows: rows.groupsInForce,
  measure: count,
})

const compounds = stock({
  ...base,
  id: 'organisation.compounds',
  label: { zh: '住宅小区', en: 'Residential compounds' },
  unit: places,
  rows: rows.compoundsInForce,
  measure: count,
})
const compoundsCovered = stock({
  ...base,
  id: 'organisation.compounds_covered',
  label: { zh: '已设党支部的小区', en: 'Compounds with a branch' },
  unit: places,
  rows: rows.compoundsCovered,
  measure: count,
})
const stairwells = stock({
  ...base,
  id: 'organisation.stairwells',
  label: { zh: '楼道', en: 'Stairwells' },
  unit: places,
  rows: rows.stairwellsInForce,
  measure: count,
})
const stairwellsCovered = stock({
  ...base,
  id: 'organisation.stairwells_covered',
  label: { zh: '已设党小组的楼道', en: 'Stairwells with a group' },
  unit: places,
  rows: rows.stairwellsCovered,
  measure: count,
})

const compoundCoverage = share({
  ...base,
  id: 'organisation.compound_coverage',
  label: { zh: '小区党支部覆盖率', en: 'Compounds covered by branches' },
  unit: percent,
  decimals: 1,
  numerator: compoundsCovered,
  denominator: compounds,
})
const stairwellCoverage = share({
  ...base,
  id: 'organisation.stairwell_coverage',
  label: { zh: '楼道党小组覆盖率', en: 'Stairwells covered by groups' },
  unit: percent,
  decimals: 1,
  numerator: stairwellsCovered,
  denominator: stairwells,
})

const established = flow({
  ...base,
  version: 2,
  id: 'organisation.established',
  label: { zh: '成立的党组织', en: 'Organisations established' },
  unit: organisations,
  rows: rows.organisationsEstablished,
  measure: count,
})
const dissolved = flow({
  ...base,
  id: 'organisation.dissolved',
  label: { zh: '撤销的党组织', en: 'Organisations dissolved' },
  unit: organisations,
  rows: rows.organisationsDissolved,
  measure: count,
})

const shells = flow({
  ...base,
  theme: nonPublic,
  id: 'organisation.non_public_shells_dissolved',
  label: { zh: '撤销的空壳党支部', en: 'Empty shells dissolved' },
  unit: organisations,
  rows: shellsDissolved,
  measure: count,
})
const formed = flow({
  ...base,
  theme: nonPublic,
  id: 'organisation.non_public_formed',
  label: { zh: '调整组建的非公党组织', en: 'Non-public organisations formed' },
  unit: organisations,
  rows: nonPublicFormed,
  measure: { by: 'distinct', of: { zh: '党组织', en: 'organisations' } },
})

const memberUnits = stock({
  ...base,
  theme: councils,
  id: 'organisation.member_units',
  label: { zh: '成员单位', en: 'Member units' },
  unit: { zh: '家', en: 'units' },
  rows: rows.seatsInForce,
  measure: { by: 'distinct', of: { zh: '单位', en: 'units' } },
})
const memberSeats = stock({
  ...base,
  theme: councils,
  id: 'organisation.member_seats',
  label: { zh: '成员单位席位', en: 'Member seats' },
  unit: { zh: '席', en: 'seats' },
  rows: rows.seatsInForce,
  measure: count,
})

export const organisationFigures: readonly Figure[] = [
  organisationsInForce,
  communityOrganisations,
  groups,
  compoundCoverage,
  compounds,
  compoundsCovered,
  stairwellCoverage,
  stairwells,
  stairwellsCovered,
  established,
  dissolved,
  shells,
  formed,
  memberUnits,
  memberSeats,
  ...comings,
  ...goings,
]

/** Opening, what came, what went, closing: of all organisations, or of one type. */
export const organisationBalance = defineBalance({
  id: 'organisation.organisations',
  label: { zh: '党组织增减平衡表', en: 'Balance sheet of Party organisations' },
  stock: organisationsInForce,
  comings,
  goings,
})
