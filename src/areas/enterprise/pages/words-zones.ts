import { type Text, text } from '../../../platform/text.ts'
import { menuWords } from './menu-words.ts'

const companies = (count: number) => (count === 1 ? '1 company' : `${count} companies`)

/** What the pages of zones and pairing have in common. */
export const sharedWords = {
  zones: menuWords.zones,
  pairing: menuWords.pairing,
  card: menuWords.card,
  zone: text('片区', 'Zone'),
  place: text('地点', 'Place'),
  company: text('企业', 'Company'),
  and: text('、', ', '),
  noZone: text('不在任何片区', 'In no zone'),
  unseenPerson: text('（不在您的管辖范围内）', '(outside your places)'),
  nobody: text('没有人', 'Nobody'),
}

export const zoneWords = {
  places: text('社区和楼宇', 'Communities and buildings'),
  leaders: text('负责人', 'Who answers for it'),
  companies: text('企业（家）', 'Companies'),
  unpaired: text('没有人挂钩（家）', 'With nobody paired'),
  role: (role: Text): Text => text(`${role.zh}：`, `${role.en}: `),
  noPlaces: text('还没有划入社区', 'No community yet'),
  noLeaders: text('还没有明确', 'Nobody yet'),
  leadersUnseen: text('由街道登记', 'On the street’s own list'),
  help: text(
    '企业归到它所在地点最近的片区：楼宇自己划入片区的按楼宇，否则按社区。点数字看是哪些企业。',
    'A company belongs to the zone nearest to its place: that of its building where the building has one, else that of its community. A number opens the companies.',
  ),
  none: text(
    '这一天还没有划分片区。先登记片区，再把社区或者楼宇划入片区，并明确负责人。',
    'No zone is set up on this day. Record the zones first, then put communities or buildings into them and say who answers for each.',
  ),
  noneHere: text(
    '所选的地点不在任何片区。请由街道把社区划入片区，或者换一个地点。',
    'The place chosen is in no zone. The street puts communities into zones; or choose another place.',
  ),
  addZone: text('登记片区', 'Record a zone'),
  addPlace: text('划入社区', 'Put a community in'),
  addPlaceTo: (zone: string): Text => text(`划入社区：${zone}`, `Put a community in: ${zone}`),
  addLeader: text('明确负责人', 'Say who answers'),
  addLeaderTo: (zone: string): Text => text(`明确负责人：${zone}`, `Say who answers: ${zone}`),
}

export const pairingWords = {
  everyZone: text('全部片区', 'All zones'),
  which: text('列出', 'List'),
  onlyNobody: text('没有人挂钩的企业', 'Companies with nobody paired'),
  all: text('全部企业', 'All companies'),
  listed: (count: number, nobody: number): Text =>
    text(
      `服务名录企业${count}家，其中没有人挂钩的${nobody}家。`,
      `${companies(count)} on the list; nobody is paired with ${nobody} of them.`,
    ),
  figures: text('全部片区的数', 'Numbers over all zones'),
  paired: text('挂钩人员', 'Paired'),
  lastContact: text('最近一次联系（任何人）', 'Last contact by anybody'),
  noContact: text('没有记录', 'None on record'),
  todo: text('登记', 'Record'),
  pairOne: text('登记挂钩', 'Pair'),
  pairFor: (company: string): Text => text(`登记挂钩：${company}`, `Pair: ${company}`),
  contactOne: text('登记联系', 'Record a contact'),
  contactFor: (company: string): Text => text(`登记联系：${company}`, `Record a contact: ${company}`),
  spare: text(
    '登记联系或者上门前先看最近一次联系，能合并的合并，不重复打扰企业。',
    'Look at the last contact before calling or visiting, and join what can be joined: a company is not to be asked twice.',
  ),
  nobodyLeft: text('所选范围内的企业都有人挂钩。', 'Somebody is paired with every company here.'),
  noCompanies: text(
    '所选的地点和日期，服务名录中没有企业。请先登记企业或者导入企业服务名录，或者换一个地点、片区。',
    'No company is on the list at the place and day chosen. Record companies or import the list first, or choose another place or zone.',
  ),
  addCompany: text('登记企业', 'Record a company'),
  officers: text('每人挂钩的企业', 'Companies of each person'),
  officersHelp: text(
    '按姓氏笔画排列，只供安排工作，不排名。人员调动的，点数字打开其挂钩，全部选中后一次移交。',
    'By the strokes of the name, for planning the work; it ranks nobody. When somebody is transferred, open the pairings by the number, select all and hand them over at once.',
  ),
  name: text('姓名', 'Name'),
  count: text('挂钩企业（家）', 'Companies'),
  noOfficers: text(
    '还没有登记挂钩。在上面的企业后面点“登记挂钩”。',
    'Nobody is paired yet: use “Pair” beside a company above.',
  ),
  unseen: (count: number): Text =>
    text(
      `另有${count}人的档案不在您的管辖范围内，不列姓名。`,
      count === 1
        ? '1 more person is paired here whose file lies outside your places.'
        : `${count} more people are paired here whose files lie outside your places.`,
    ),
}

export const cardWords = {
  inCharge: text('谁负责', 'Who is in charge'),
  postings: text('选派人员', 'Sent to it'),
  noPostings: text('没有选派', 'Nobody is sent'),
  contacts: text('联系记录', 'Contacts'),
  newest: (shown: number, count: number): Text =>
    text(`最近${shown}次，共${count}次。`, `The newest ${shown} of ${count}.`),
  on: text('日期', 'Day'),
  way: text('方式', 'Way'),
  who: text('联系人员', 'By'),
  topic: text('事项', 'Topic'),
  nextStep: text('下一步', 'Next step'),
  noContacts: text(
    '还没有联系记录。联系以后点“登记联系”。',
    'No contact is on record. After one, use “Record a contact”.',
  ),
  record: text('企业记录', 'Record of the company'),
}
