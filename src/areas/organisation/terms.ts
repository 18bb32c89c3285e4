import type { Text } from '../../platform/text.ts'

/** Closed vocabularies of the area: code → words. The database's CHECKs are held against them by a test. */

export const placeKinds = {
  street: { zh: '街道', en: 'Subdistrict' },
  community: { zh: '社区', en: 'Community' },
  compound: { zh: '小区', en: 'Residential compound' },
  building: { zh: '楼栋', en: 'Building' },
  stairwell: { zh: '楼道', en: 'Stairwell' },
} as const satisfies Record<string, Text>
export type PlaceKind = keyof typeof placeKinds

/** Type codes as deployed systems use them (domain S1); 610 is the street's own committee, 641 a stairwell group. */
export const organisationKinds = {
  '610': { zh: '街道党工委', en: 'Subdistrict Party working committee' },
  '611': { zh: '党委', en: 'Party committee' },
  '621': { zh: '党总支部', en: 'General Party branch' },
  '631': { zh: '党支部', en: 'Party branch' },
  '632': { zh: '联合党支部', en: 'Joint Party branch' },
  '641': { zh: '党小组', en: 'Party group' },
  '911': { zh: '临时党委', en: 'Temporary Party committee' },
  '921': { zh: '临时党总支部', en: 'Temporary general Party branch' },
  '931': { zh: '临时党支部', en: 'Temporary Party branch' },
  '932': { zh: '临时联合党支部', en: 'Temporary joint Party branch' },
} as const satisfies Record<string, Text>
export type OrganisationKind = keyof typeof organisationKinds

/** Where an organisation is founded: one of the four tiers, a unit, or a project. */
export const foundedIn = {
  street: { zh: '街道', en: 'Subdistrict' },
  community: { zh: '社区', en: 'Community' },
  compound: { zh: '小区', en: 'Residential compound' },
  stairwell: { zh: '楼道', en: 'Stairwell' },
  unit: { zh: '单位', en: 'Unit' },
  project: { zh: '项目', en: 'Project' },
} as const satisfies Record<string, Text>
export type FoundedIn = keyof typeof foundedIn

/** Why an organisation was dissolved (撤销理由). There is no statutory definition of an empty shell: the committee decides. */
export const dissolutionCauses = {
  shell: { zh: '空壳党支部', en: 'Empty shell' },
  unit_gone: { zh: '所在单位注销、吊销或迁出', en: 'The unit is cancelled, revoked or moved out' },
  too_few_members: { zh: '正式党员不足三名', en: 'Fewer than three full members' },
  task_done: { zh: '任务完成', en: 'The task is done' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Text>

/** On what occasion an organisation was formed: as the work goes, or when those of non-public units were adjusted and merged. */
export const occasions = {
  ordinary: { zh: '日常组建', en: 'In the ordinary course' },
  adjustment: { zh: '非公党组织调整归并', en: 'Adjusting and merging those of non-public units' },
} as const satisfies Record<string, Text>

/** Lengths of a term in years. */
export const termLengths = {
  '3': { zh: '3年', en: '3 years' },
  '5': { zh: '5年', en: '5 years' },
} as const satisfies Record<string, Text>

export const councilKinds = {
  street_council: { zh: '街道大党工委', en: 'Expanded subdistrict Party council' },
  community_council: { zh: '社区大党委', en: 'Expanded community Party council' },
  community_general_council: { zh: '社区大党总支', en: 'Expanded community general branch council' },
} as const satisfies Record<string, Text>

export const legalPersonKinds = {
  organ: { zh: '机关', en: 'Public organ' },
  institution: { zh: '事业单位', en: 'Public institution' },
  state_owned: { zh: '国有企业', en: 'State-owned enterprise' },
  non_public: { zh: '非公企业', en: 'Non-public enterprise' },
  social_organisation: { zh: '社会组织', en: 'Social organisation' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Text>

export const legalPersonStates = {
  operating: { zh: '在营', en: 'Operating' },
  cancelled: { zh: '注销', en: 'Cancelled' },
  revoked: { zh: '吊销', en: 'Licence revoked' },
  moved_out: { zh: '迁出', en: 'Moved out' },
} as const satisfies Record<string, Text>
