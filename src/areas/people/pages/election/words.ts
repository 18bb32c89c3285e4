import { menuWords } from '../menu-words.ts'
import { type Text, text } from '../../../../platform/text.ts'

const n = (count: number, one: string, more: string) => (count === 1 ? `${count} ${one}` : `${count} ${more}`)

export const electionWords = {
  guide: menuWords.guide,
  record: text('台账记录', 'The record'),
  plan: (kind: Text, termNo: number | null, seats: number): Text =>
    text(
      `${kind.zh}${termNo === null ? '' : `，第${termNo}届`}，应选${seats}名`,
      `${kind.en}${termNo === null ? '' : `, term ${termNo}`}, ${n(seats, 'seat', 'seats')}`,
    ),
  confirmedOn: (day: Text) => text(`${day.zh}已确认`, `confirmed on ${day.en}`),
  cancelledOn: (day: Text) => text(`${day.zh}已取消`, `cancelled on ${day.en}`),
  steps: text('步骤', 'Steps'),
  states: {
    done: text('已完成', 'Done'),
    next: text('下一步', 'Next'),
    later: text('待办', 'Later'),
    locked: text('未到', 'Locked'),
  },
  take: text('登记', 'Record'),
  basis: (basis: Text) => text(`依据：${basis.zh}`, `Basis: ${basis.en}`),
  calendar: text('时间安排和材料', 'Calendar and papers'),
  calendarNote: text(
    '提前月数按本街道的“换届提前时间”，没有登记的按惯例；不是法定时限。',
    'The months ahead are those under “Lead times of elections”, else common practice; no law fixes them.',
  ),
  step: text('事项', 'What'),
  from: text('起', 'From'),
  by: text('止', 'By'),
  materials: text('应备材料', 'Papers'),
  officers: text('监票人、计票人', 'Scrutineers and tellers'),
  addOfficer: text('推选', 'Choose one'),
  noOfficers: text('还没有推选。', 'Nobody is chosen yet.'),
  ballots: text('投票', 'Ballots'),
  prepare: text('准备投票', 'Prepare a ballot'),
  contest: text('选举职务', 'Held on'),
  vote: text('投票性质', 'Which vote'),
  seats: text('本轮应选名额', 'Seats in this round'),
  onDay: text('日期', 'Day'),
  candidates: text('候选人', 'Candidates'),
  addCandidate: text('加入候选人', 'Add a candidate'),
  person: text('人员', 'Person'),
  add: text('加入', 'Add'),
  remove: (name: string) => text(`去掉${name}`, `Remove ${name}`),
  orderNote: text('名单按姓氏笔画排列。', 'The list goes by the strokes of the surname.'),
  round: (contest: Text, no: number, vote: Text): Text =>
    text(`${contest.zh}，第${no}轮（${vote.zh}）`, `${contest.en}, round ${no} (${vote.en.toLowerCase()})`),
  no: text('序号', 'No.'),
  name: text('姓名', 'Name'),
  movedByHand: text('人工调整', 'Moved by hand'),
  writtenIn: text('另选他人', 'Written in'),
  order: text('排序', 'Order'),
  up: (name: string) => text(`${name}上移`, `Move ${name} up`),
  noStrokes: (names: string) =>
    text(
      `以下姓名有查不到笔画的字，请人工排定：${names}`,
      `Strokes not known, to be placed by hand: ${names}`,
    ),
  undecided: (names: string) =>
    text(`以下姓名笔画相同，先后请人工确定：${names}`, `Same strokes, order to be decided by hand: ${names}`),
  votesFor: text('赞成', 'For'),
  votesAgainst: text('不赞成', 'Against'),
  abstained: text('弃权', 'Abstained'),
  result: text('结果', 'Outcome'),
  due: text('应到会', 'Due to attend'),
  present: text('实到会', 'Present'),
  issued: text('发出选票', 'Ballots issued'),
  returned: text('收回选票', 'Ballots returned'),
  void: text('无效票', 'Void'),
  valid: text('有效票', 'Valid'),
  voteDay: text('投票日期', 'Day of the vote'),
  quorum: (needed: number, held: boolean): Text =>
    text(
      `到会人数至少${needed}人：${held ? '达到' : '未达到'}`,
      `At least ${needed} have to attend: ${held ? 'reached' : 'not reached'}`,
    ),
  lines: (due: number, present: number): Text =>
    text(
      `过半数：按应到会须${due}票，按实到会须${present}票`,
      `Over half: ${due} votes of those due, ${present} of those present`,
    ),
  notDecided: {
    contradictory: text(
      '计票数字相互矛盾，不能得出结果。',
      'The figures contradict each other: there is no outcome.',
    ),
    inquorate: text(
      '到会人数不足，选举无效，须另行召开会议。',
      'Too few attended: the meeting has to be called again.',
    ),
    voteAgain: text(
      '收回选票多于发出选票，须重新投票。',
      'More ballots came back than were issued: vote again.',
    ),
  },
  enterCount: text('登记计票结果', 'Record the count'),
  correctCount: text('更正计票结果', 'Correct the count'),
  offers: {
    ruled: text('登记上级裁定', 'Record the ruling'),
    settled_for_fewer: text('登记减少名额', 'Record that fewer will do'),
  },
  totalsOnly: text(
    '只登记总数，不登记任何人投了什么票。',
    'Totals alone: how anybody voted is recorded nowhere.',
  ),
  votesOf: (name: string, what: Text) => text(`${name}：${what.zh}`, `${name}: ${what.en.toLowerCase()}`),
  addWriteIn: text('加入另选他人', 'Add somebody written in'),
  reason: text('更正原因', 'Reason for the correction'),
  save: text('保存', 'Save'),
  outcome: text('确认结果', 'Confirm the outcome'),
  nothingElse: text(
    '当选人由计票得出，确认时不能更改。',
    'Who is elected follows from the count; a confirmation cannot change it.',
  ),
  ownCount: text(
    '计票结果由您登记或更正，须由另一人确认。',
    'You recorded or corrected the count: another person has to confirm it.',
  ),
  confirmDay: text('确认日期', 'Confirmed on'),
  documentNo: text('批复文号', 'Document number'),
  fullTime: text('专职', 'Full time'),
  post: text('职务', 'Post'),
  preview: text('查看确认后的变化', 'See what it will do'),
  confirm: text('确认', 'Confirm'),
  willEnd: text('任职终止', 'Holdings that end'),
  willStand: text('当选任职', 'Elected'),
  again: text('连任', 'Again'),
  term: (from: Text, until: Text | null): Text =>
    text(
      until ? `新一届任期自${from.zh}起，${until.zh}届满` : `新一届任期自${from.zh}起，任期长度请按批复填写`,
      until
        ? `The new term begins on ${from.en} and expires on ${until.en}`
        : `The new term begins on ${from.en}; enter its length as approved`,
    ),
  undo: text('撤销确认', 'Undo the confirmation'),
  undoReason: text('撤销原因', 'Reason for undoing'),
  papers: text('打印材料', 'Papers to print'),
  paperNames: {
    list: text('候选人名册', 'List of candidates'),
    ballot: text('选票', 'Ballot paper'),
    report: text('选举结果报告单', 'Report of the count'),
  },
  absent: text('没有判断的问题', 'What is not judged'),
} as const
