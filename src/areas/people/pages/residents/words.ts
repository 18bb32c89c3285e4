import { type Text, text } from '../../../../platform/text.ts'

export const residentsWords = {
  plan: (kind: Text, termNo: number | null, seats: number, mode: Text): Text =>
    text(
      `${kind.zh}${termNo === null ? '' : `，第${termNo}届`}，应选${seats}名，${mode.zh}`,
      `${kind.en}${termNo === null ? '' : `, term ${termNo}`}, ${seats === 1 ? '1 seat' : `${seats} seats`}, ${mode.en.toLowerCase()}`,
    ),
  calendarNote: text(
    '法定时限，按公历日计算，起算当日不计入；最后一日是法定休假日的顺延。',
    'Times set by law, in calendar days; the day on which a time begins is not counted, and one that ends on a public holiday moves on.',
  ),
  voterList: text('选民名单', 'Voter list'),
  voters: (voters: number): Text => text(`选民${voters}人`, `${voters} voters`),
  listed: (day: Text): Text => text(`${day.zh}公布`, `published on ${day.en}`),
  noList: text('还没有登记公布选民名单。', 'No voter list is recorded as published yet.'),
  noVoters: text(
    '只登记人数和日期，名单上的人不在这里登记。',
    'Numbers and days alone: nobody on the list is recorded here.',
  ),
  objection: (day: Text, count: number): Text =>
    text(
      `${day.zh}收到异议${count}件`,
      `${count === 1 ? '1 objection' : `${count} objections`} on ${day.en}`,
    ),
  decided: (day: Text): Text => text(`${day.zh}作出处理决定`, `decided on ${day.en}`),
  undecidedYet: text('尚未作出处理决定', 'not decided yet'),
  addObjection: text('登记异议', 'Record an objection'),
  decideObjections: text('登记处理决定', 'Record the decision'),
  officers: text('选举委员会、监票计票人员', 'Election committee and counters'),
  nominated: text('提名', 'Nominated'),
  nominatedByVoters: (count: number | null): Text =>
    text(`选民${count ?? 0}人联名`, `by ${count ?? 0} voters`),
  nominators: (name: string): Text => text(`${name}：联名选民人数`, `${name}: nominating voters`),
  nominatedBy: (name: string): Text => text(`${name}：提名方式`, `${name}: nominated`),
  votes: text('得票', 'Votes'),
  votesOf: (name: string): Text => text(`${name}：得票`, `${name}: votes`),
  figures: {
    entitled: text('有权投票人数', 'Entitled to vote'),
    participants: text('参加投票人数', 'Participants'),
    issued: text('发出选票', 'Ballots issued'),
    returned: text('收回选票', 'Ballots returned'),
    void: text('无效票', 'Void'),
    proxies: text('其中委托投票', 'Of them by proxy'),
    mostProxies: text('一人最多受托', 'Most with one holder'),
    candidateProxies: text('候选人受托', 'Held by candidates'),
    unwrittenProxies: text('无书面委托', 'Not in writing'),
    valid: text('有效票', 'Valid'),
  },
  totalsOnly: text(
    '只登记总数：不登记任何人投了什么票，也不登记谁委托了谁。',
    'Totals alone: how anybody voted, or who voted for whom by proxy, is recorded nowhere.',
  ),
  participantsNeeded: (needed: number): Text =>
    text(`参加投票至少${needed}人，选举有效`, `It is valid with ${needed} participants or more`),
  votesNeeded: (needed: number): Text =>
    text(`得票至少${needed}票当选`, `It takes ${needed} votes or more to be elected`),
  notCounted: {
    notJudged: text(
      '没有取得这一天的规定，不由得票推算结果。',
      'The rules of that day are not at hand: nothing follows from the votes here.',
    ),
    contradictory: text(
      '计票数字相互矛盾，不能得出结果。',
      'The figures contradict each other: there is no outcome.',
    ),
    invalid: text('参加投票人数不足，选举无效，须重新投票。', 'Too few took part: the vote is held again.'),
  },
  papers: {
    notice: text('选民名单公告', 'Notice of the voter list'),
    list: text('候选人名册', 'List of candidates'),
    ballot: text('选票', 'Ballot paper'),
    report: text('选举结果报告单', 'Report of the count'),
  },
  committeeOf: (community: string): Text =>
    text(`${community}居民委员会选举`, `Election of the residents’ committee of ${community}`),
  committee: (community: string): Text =>
    text(`${community}居民委员会`, `Residents’ committee of ${community}`),
  notice: (voters: number, day: Text, electionOn: Text, until: Text): Text =>
    text(
      `本次选举登记选民共${voters}人，选民名单于${day.zh}公布。选举日为${electionOn.zh}。对名单有异议的，请在${until.zh}前（含当日）向居民选举委员会提出，居民选举委员会自收到之日起三日内作出处理决定。`,
      `${voters} voters are registered for this election; the list was published on ${day.en}. The election is on ${electionOn.en}. Objections to the list go to the election committee by ${until.en}, that day included; it decides on them within three days.`,
    ),
  noticeAnnex: text(
    '附：选民名单（由居民选举委员会另纸张贴）',
    'Annex: the voter list, posted separately by the election committee',
  ),
  signedBy: text('居民选举委员会（印章）', 'Election committee (seal)'),
  committeeChair: text('选举委员会主任（签名）', 'Chair of the election committee (signature)'),
  instructions: (seats: number): Text =>
    text(
      `说明：同意的在“符号”栏画“○”，也可以另选他人。所选人数不得超过${seats}名。`,
      `Mark ○ beside whom you choose, or write somebody else in. Choose no more than ${seats}.`,
    ),
} as const
