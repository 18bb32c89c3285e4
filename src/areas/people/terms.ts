import type { Text } from '../../platform/text.ts'

/** Closed vocabularies of the area: code → words. The database's CHECKs are held against them by a test. */

/** GB/T 2261.1. */
export const sexes = {
  '1': { zh: '男', en: 'Male' },
  '2': { zh: '女', en: 'Female' },
} as const satisfies Record<string, Text>
export type Sex = keyof typeof sexes

/** GB/T 4658: the first digit is the level, the second whether it was completed (毕业, 结业, 肄业). Studies that go on are no level yet. */
export const educations = {
  '11': { zh: '博士研究生毕业', en: 'Doctorate' },
  '14': { zh: '硕士研究生毕业', en: 'Master’s degree' },
  '21': { zh: '大学本科毕业', en: 'University, graduated' },
  '22': { zh: '大学本科结业', en: 'University, completed without graduating' },
  '23': { zh: '大学本科肄业', en: 'University, not completed' },
  '31': { zh: '大学专科毕业', en: 'Junior college, graduated' },
  '32': { zh: '大学专科结业', en: 'Junior college, completed without graduating' },
  '33': { zh: '大学专科肄业', en: 'Junior college, not completed' },
  '41': { zh: '中等专科毕业', en: 'Secondary specialised school' },
  '61': { zh: '普通高中毕业', en: 'Senior secondary school' },
  '71': { zh: '初中毕业', en: 'Junior secondary school' },
  '81': { zh: '小学毕业', en: 'Primary school' },
  '90': { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Text>
export type Education = keyof typeof educations

export const memberCategories = {
  full: { zh: '正式党员', en: 'Full member' },
  probationary: { zh: '预备党员', en: 'Probationary member' },
} as const satisfies Record<string, Text>
export type MemberCategory = keyof typeof memberCategories

/** Why a membership in the office's organisations ended. */
export const membershipEndings = {
  transferred_out: { zh: '组织关系转出本街道', en: 'Affiliation transferred out of the subdistrict' },
  cancelled: { zh: '取消预备党员资格', en: 'Probation cancelled' },
  withdrew: { zh: '退党', en: 'Withdrew from the Party' },
  struck_off: { zh: '党内除名', en: 'Struck off' },
  expelled: { zh: '开除党籍', en: 'Expelled' },
  deceased: { zh: '去世', en: 'Deceased' },
} as const satisfies Record<string, Text>

/** Why a person's file was closed. */
export const closings = {
  left: { zh: '离开本街道', en: 'Left the subdistrict' },
  deceased: { zh: '去世', en: 'Deceased' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Text>

/** Posts in a Party organisation. */
export const partyPosts = {
  secretary: { zh: '书记', en: 'Secretary' },
  deputy_secretary: { zh: '副书记', en: 'Deputy secretary' },
  member: { zh: '委员', en: 'Committee member' },
  group_leader: { zh: '党小组组长', en: 'Leader of a Party group' },
} as const satisfies Record<string, Text>
export type PartyPost = keyof typeof partyPosts

/** Posts of a community that are not those of its Party organisation: the office's staffing standard, the residents' committee. */
export const communityPosts = {
  leader_in_charge: { zh: '党建分管领导', en: 'Leader in charge of Party building' },
  social_worker: { zh: '党建社工', en: 'Party-building social worker' },
  assistant: { zh: '党建协理员', en: 'Party-building assistant' },
  committee_director: { zh: '居委会主任', en: 'Director of the residents’ committee' },
  committee_deputy: { zh: '居委会副主任', en: 'Deputy director of the residents’ committee' },
  committee_member: { zh: '居委会委员', en: 'Member of the residents’ committee' },
} as const satisfies Record<string, Text>
export type CommunityPost = keyof typeof communityPosts

/** How a post was gained. */
export const gainings = {
  elected: { zh: '选举', en: 'Elected' },
  by_elected: { zh: '补选', en: 'Elected in a by-election' },
  co_opted: { zh: '增补', en: 'Co-opted' },
  appointed: { zh: '任命', en: 'Appointed' },
  seconded: { zh: '选派', en: 'Seconded' },
  employed: { zh: '聘用', en: 'Employed' },
} as const satisfies Record<string, Text>
export type Gaining = keyof typeof gainings

export const workingTimes = {
  full_time: { zh: '专职', en: 'Full time' },
  part_time: { zh: '兼职', en: 'Part time' },
} as const satisfies Record<string, Text>
export type WorkingTime = keyof typeof workingTimes

/** Whether the post is the holder's main one. */
export const standings = {
  main: { zh: '主要职务', en: 'Main post' },
  additional: { zh: '兼任职务', en: 'Additional post' },
} as const satisfies Record<string, Text>

/** Why a holding ended. */
export const leavings = {
  term_ended: { zh: '任期届满', en: 'The term ended' },
  resigned: { zh: '辞职', en: 'Resigned' },
  removed: { zh: '免职', en: 'Removed' },
  recalled: { zh: '罢免', en: 'Recalled' },
  moved: { zh: '工作调动', en: 'Moved to other work' },
  retired: { zh: '退休', en: 'Retired' },
  contract_ended: { zh: '合同期满', en: 'The contract ended' },
  deceased: { zh: '去世', en: 'Deceased' },
} as const satisfies Record<string, Text>

/** What is told of a committee beside the number of its members. */
export const committeeTraits = {
  junior_college: { zh: '大专及以上', en: 'junior college or above' },
  university: { zh: '大学本科及以上', en: 'university or above' },
  women: { zh: '女性', en: 'women' },
  up_to_35: { zh: '35周岁及以下', en: '35 or younger' },
  full_time: { zh: '专职', en: 'full time' },
  again: { zh: '连任', en: 'elected again' },
  both_posts: { zh: '交叉任职', en: 'also in the residents’ committee' },
} as const satisfies Record<string, Text>
export type CommitteeTrait = keyof typeof committeeTraits

/** An election at the end of a term, or one for seats that fell vacant within it. */
export const electionKinds = {
  term: { zh: '换届选举', en: 'Term-end election' },
  by_election: { zh: '补选', en: 'By-election' },
} as const satisfies Record<string, Text>
export type ElectionKind = keyof typeof electionKinds

/** Who elects the secretary: the committee at its first meeting, or the members where there is no committee. */
export const secretaryElectors = {
  committee: { zh: '委员会第一次会议', en: 'The first meeting of the committee' },
  meeting: { zh: '党员大会（不设委员会）', en: 'The meeting of members (no committee)' },
} as const satisfies Record<string, Text>
export type SecretaryElector = keyof typeof secretaryElectors

/** What a ballot is held on; the secretary and the deputies have a ballot each. */
export const contests = {
  committee: { zh: '委员', en: 'Committee members' },
  secretary: { zh: '书记', en: 'Secretary' },
  deputy_secretary: { zh: '副书记', en: 'Deputy secretaries' },
} as const satisfies Record<string, Text>
export type Contest = keyof typeof contests

export const ballotVotes = {
  first: { zh: '首次投票', en: 'First vote' },
  further: { zh: '另行选举', en: 'Another election for the seats left' },
  tie: { zh: '票数相等再次投票', en: 'Vote among those who were tied' },
} as const satisfies Record<string, Text>

/** The higher organisation’s answer on whose half is meant. */
export const rulings = {
  due: { zh: '以应到会人数的半数计', en: 'Half of the voters due to attend' },
  present: { zh: '以实到会人数的半数计', en: 'Half of the voters present' },
} as const satisfies Record<string, Text>

export const settlements = {
  fewer: { zh: '经选举人同意减少名额', en: 'The voters agreed to do with fewer' },
} as const satisfies Record<string, Text>

/** How somebody came to stand in a ballot. */
export const candidacyWays = {
  candidate: { zh: '候选人', en: 'Candidate' },
  write_in: { zh: '另选他人', en: 'Written in' },
} as const satisfies Record<string, Text>

/** What the paper of a past election says of somebody who stood in it; the count says it of the others. */
export const statedResults = {
  elected: { zh: '当选', en: 'Elected' },
  not_elected: { zh: '未当选', en: 'Not elected' },
} as const satisfies Record<string, Text>

export const officerRoles = {
  scrutineer: { zh: '监票人', en: 'Scrutineer' },
  teller: { zh: '计票人', en: 'Teller' },
} as const satisfies Record<string, Text>

/** Steps of an election that are due some months before it. */
export const leadSteps = {
  remind: { zh: '提醒换届，着手准备', en: 'Reminder: begin to prepare' },
  request: { zh: '报送换届选举请示', en: 'Request the election' },
  nominees: { zh: '报送候选人预备人选请示', en: 'Request approval of the preliminary nominees' },
} as const satisfies Record<string, Text>
export type LeadStep = keyof typeof leadSteps

/** What became of a term when it ended. */
export const termOutcomes = {
  on_time: { zh: '按期换届', en: 'Elected on time' },
  shifted: { zh: '经批准延期或提前一年以内换届', en: 'Elected within a year of it, with approval' },
  unapproved: { zh: '未经批准延期或提前换届', en: 'Elected at another time without approval' },
  beyond_a_year: { zh: '延期或提前超过一年换届', en: 'Elected more than a year away' },
  not_held: { zh: '尚未换届', en: 'Not elected yet' },
} as const satisfies Record<string, Text>
export type TermOutcome = keyof typeof termOutcomes

/**
 * Completed years of members by bands, in order: those of the Party’s annual statistics as generally known, not read in a source. Each
 * begins where the one before ends.
 */
export const ageBands = {
  to_30: { zh: '30岁及以下', en: '30 or younger', below: 31 },
  to_35: { zh: '31至35岁', en: '31 to 35', below: 36 },
  to_40: { zh: '36至40岁', en: '36 to 40', below: 41 },
  to_45: { zh: '41至45岁', en: '41 to 45', below: 46 },
  to_50: { zh: '46至50岁', en: '46 to 50', below: 51 },
  to_55: { zh: '51至55岁', en: '51 to 55', below: 56 },
  to_60: { zh: '56至60岁', en: '56 to 60', below: 61 },
  over_60: { zh: '61岁及以上', en: '61 or older', below: null },
  unknown: { zh: '出生日期已删除', en: 'Birth erased', below: null },
} as const satisfies Record<string, Text & { readonly below: number | null }>
/** What a person may ask for (PIPL art. 15, 45 to 48). */
export const dataRequestKinds = {
  access: { zh: '查阅', en: 'Access' },
  copy: { zh: '复制', en: 'A copy' },
  transfer: { zh: '转移', en: 'Transfer' },
  correction: { zh: '更正、补充', en: 'Correction' },
  deletion: { zh: '删除', en: 'Erasure' },
  explanation: { zh: '解释说明', en: 'An explanation' },
  withdrawal: { zh: '撤回同意', en: 'Withdrawal of consent' },
} as const satisfies Record<string, Text>

export const dataRequestOutcomes = {
  granted: { zh: '已办理', en: 'Granted' },
  in_part: { zh: '部分办理', en: 'Granted in part' },
  refused: { zh: '不予办理', en: 'Refused' },
  taken_back: { zh: '请求人撤回', en: 'Taken back by the asker' },
} as const satisfies Record<string, Text>

/** Who votes on a residents’ committee. */
export const voterModes = {
  voters: { zh: '全体有选举权的居民选举', en: 'All residents with the right to vote' },
  households: { zh: '每户派代表选举', en: 'A representative of each household' },
  representatives: { zh: '居民代表选举', en: 'Residents’ representatives' },
} as const satisfies Record<string, Text>

/** What a ballot on a residents’ committee is held on; each fills posts of one kind. */
export const residentsContests = {
  director: { zh: '主任', en: 'Director' },
  deputy: { zh: '副主任', en: 'Deputy directors' },
  member: { zh: '委员', en: 'Members' },
} as const satisfies Record<string, Text>
export type ResidentsContest = keyof typeof residentsContests

export const residentsVotes = {
  first: { zh: '首次投票', en: 'First vote' },
  run_off: { zh: '另行选举', en: 'Run-off for the seats left' },
} as const satisfies Record<string, Text>
export type ResidentsVote = keyof typeof residentsVotes

/** By whom an election committee is chosen. */
export const committeeChoosers = {
  residents_meeting: { zh: '居民会议', en: 'The residents’ meeting' },
  representatives_meeting: { zh: '居民代表会议', en: 'The meeting of residents’ representatives' },
} as const satisfies Record<string, Text>

export const nominators = {
  party_organisation: { zh: '社区党组织提名', en: 'By the community’s Party organisation' },
  voters: { zh: '选民联名提名', en: 'By voters together' },
} as const satisfies Record<string, Text>
export type Nominator = keyof typeof nominators

export const residentsOfficerRoles = {
  committee_chair: { zh: '选举委员会主任', en: 'Chair of the election committee' },
  committee_member: { zh: '选举委员会成员', en: 'Member of the election committee' },
  scrutineer: { zh: '监票人', en: 'Scrutineer' },
  teller: { zh: '计票人', en: 'Teller' },
} as const satisfies Record<string, Text>
export type ResidentsOfficerRole = keyof typeof residentsOfficerRoles
