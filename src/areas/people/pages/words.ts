import { menuWords } from './menu-words.ts'
import { type Text, text } from '../../../platform/text.ts'

/** What the pages of the area have in common. */
export const pageWords = {
  area: menuWords.area,
  committee: menuWords.committee,
  staffing: menuWords.staffing,
  terms: menuWords.terms,
  community: text('社区', 'Community'),
  opens: text('点数字看构成它的记录。', 'A number opens the records that it counts.'),
  noCommunity: text(
    '所选的地点和日期没有社区。请在页面上方选择街道或社区，或者换一个日期。',
    'There is no community at the place and day chosen. Choose the subdistrict or a community at the top, or another day.',
  ),
  noneKnown: text(
    '按当时所知，这里没有社区；可能还没有录入。',
    'As known then, there was no community here; perhaps it had not been recorded yet.',
  ),
}

export const committeeWords = {
  term: (from: Text): Text => text(`本届 ${from.zh}产生`, `Term began ${from.en}`),
  until: (day: Text, over: boolean): Text =>
    text(`${day.zh}届满${over ? '（已届满）' : ''}`, `${over ? 'ended' : 'ends'} ${day.en}`),
  noUntil: text('未登记任期年限', 'its length is not recorded'),
  noTerm: text(
    '没有登记本届产生日期，分不出本届和上届。请在党组织记录里登记“换届”。',
    'The day on which the term began is not recorded, so this term and the one before cannot be told apart. Record “Begin a term” on the organisation.',
  ),
  noCommittee: text('这一天没有社区党组织。', 'There is no community Party organisation on this day.'),
  now: text('本届', 'This term'),
  before: text('上届', 'The term before'),
  asOf: (day: Text): Text => text(`截至${day.zh}`, `As of ${day.en}`),
  inOffice: text('在任', 'in office'),
  atElection: (day: Text): Text => text(`${day.zh}当选时`, `As elected on ${day.en}`),
  noSeats: text('没有登记在任的委员。', 'Nobody is recorded as a member.'),
  noBefore: text(
    '没有登记上一届，不能比较。',
    'No earlier term is recorded: there is nothing to compare with.',
  ),
  name: text('姓名', 'Name'),
  post: text('职务', 'Post'),
  duty: (duty: string): Text => text(`（${duty}）`, ` (${duty})`),
  sex: text('性别', 'Sex'),
  age: text('年龄', 'Age'),
  noAge: text('已删除', 'Erased'),
  education: text('学历', 'Education'),
  noEducation: text('当日未登记', 'Not on file that day'),
  workingTime: text('专兼职', 'Working time'),
  elected: text('当选', 'Elected'),
  again: text('连任', 'Again'),
  anew: text('新任', 'New'),
  comparison: text('本届与上届对比', 'This term beside the one before'),
  comparisonOf: (place: string): Text =>
    text(`${place}：本届与上届对比`, `${place}: this term beside the one before`),
  item: text('项目', 'Item'),
  change: text('增减', 'Change'),
  noChange: text('不能比较', 'Cannot be compared'),
  count: text('当选委员', 'Elected members'),
  among: (trait: Text): Text => text(`其中${trait.zh}`, `of them ${trait.en}`),
  meanAge: text('平均年龄', 'Mean age'),
  points: (points: string): Text => text(`${points} 个百分点`, `${points} points`),
  method: text(
    '上届按各社区上一届选举日统计，年龄为当日周岁。增减按未经四舍五入的数计算。',
    'The term before is counted as on the day of its own election in each community, ages in completed years on that day. Changes are computed from unrounded values, of shares in percentage points.',
  ),
  outsideHelp: text(
    '有委员的人员档案不在您的管辖范围内：只列职务，不计入下面的数。',
    'The file of some members lies outside your places: the post is listed, and they are not counted in the figures below.',
  ),
}

export const staffingWords = {
  needed: (post: Text, needed: number): Text =>
    text(`${post.zh}（应配 ${needed}）`, `${post.en} (${needed} needed)`),
  all: text('合计', 'All posts'),
  total: text('合计', 'All communities'),
  nobody: text('无人', 'Nobody'),
  and: text('、', ', '),
  vacant: text('空缺', 'Vacant:'),
  since: (day: string): Text => text(`自 ${day} 起`, `since ${day}`),
  met: text('达标', 'meets the standard'),
  notMet: text('未达标', 'below the standard'),
  staffed: text('达标社区', 'Communities that meet the standard'),
  help: text(
    '格内为在岗人员和“已配 / 应配”，超出标准的人不计入已配。',
    'A cell names who holds the post, and “filled / needed”; holders beyond the standard do not count as filled.',
  ),
  noStandard: text(
    '这一天没有施行中的配备标准，所以数不出应配和空缺。请先登记每个社区各岗位应配几人，例如“党建社工 1 人”。',
    'No staffing standard is in force on this day, so that neither need nor vacancy can be counted. First record how many holders of each post a community needs, such as one Party-building social worker.',
  ),
  enterStandard: text('登记配备标准', 'Enter a staffing standard'),
  seeStandards: text('查看配备标准', 'See the staffing standards'),
  nobodyAtAll: text('这一天没有登记任何社区岗位。', 'No community post is recorded on this day.'),
}

const days = (count: number) => (count === 1 ? '1 day' : `${count} days`)

export const termWords = {
  help: text(
    '列出所选日期已经届满和此后十二个月内届满的党组织，先届满的在前。提醒、请示、预备人选为各步所在月份的最后一天，提前月数见“换届提前时间”，没有登记的按惯例。',
    'Terms that have ended on the day chosen, and those that end in the twelve months after it; the first to end comes first. Reminder, request and nominees are due by the last day of their month; the months ahead are under “Lead times of elections”, else by practice.',
  ),
  overdue: (count: number): Text =>
    text(
      `${count}个党组织任期已届满，还没有换届。`,
      count === 1
        ? 'The term of 1 organisation has ended and it has not elected.'
        : `The terms of ${count} organisations have ended and they have not elected.`,
    ),
  organisation: text('党组织', 'Organisation'),
  place: text('所在地点', 'Seat'),
  termNo: text('届次', 'Term'),
  nth: (no: number): Text => text(`第${no}届`, `No. ${no}`),
  noTermNo: text('未登记', 'not recorded'),
  from: text('产生日期', 'Began'),
  until: text('届满日期', 'Ends'),
  left: text('距届满', 'Time left'),
  leftDays: (count: number): Text =>
    count < 0
      ? text(`已过${-count}天`, `ended ${days(-count)} ago`)
      : count === 0
        ? text('当日届满', 'ends on this day')
        : text(`${count}天`, days(count)),
  remind: text('提醒', 'Reminder'),
  request: text('请示', 'Request'),
  nominees: text('预备人选', 'Nominees'),
  meeting: text('选举', 'Election'),
  state: text('换届进展', 'State'),
  noElection: text('未列入计划', 'Not planned'),
  begin: text('列入计划', 'Plan it'),
  beginFor: (name: string): Text => text(`列入计划：${name}`, `Plan it: ${name}`),
  none: text(
    '所选地点没有已届满或者十二个月内届满的党组织。请换一个地点或日期。',
    'No term at the place chosen has ended or ends within twelve months. Choose another place or day.',
  ),
  unrecorded: (count: number): Text =>
    text(
      `另有${count}个党组织没有登记本届产生日期或任期，算不出届满日期。请在党组织记录里登记“换届”。`,
      count === 1
        ? 'Of 1 more organisation the beginning or length of the term is not recorded, so that its end is not known. Record “Begin a term” on it.'
        : `Of ${count} more organisations the beginning or length of the term is not recorded, so that its end is not known. Record “Begin a term” on them.`,
    ),
}
