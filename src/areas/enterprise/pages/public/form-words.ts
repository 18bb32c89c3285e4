import { text, type Text } from '../../../../platform/text.ts'
import type { FieldName } from './form-values.ts'

export const fieldLabels: Readonly<Record<FieldName, Text>> = {
  creditCode: text('统一社会信用代码', 'Unified social credit code'),
  companyName: text('企业名称', 'Name of the company'),
  kind: text('诉求类型', 'What it is about'),
  subject: text('标题', 'Subject'),
  content: text('诉求内容', 'What is asked'),
  wishedOn: text('期望办结日期', 'Wished for by'),
  askerName: text('联系人姓名', 'Contact name'),
  askerPhone: text('联系电话', 'Contact telephone'),
}

export const fieldHelp: Readonly<Partial<Record<FieldName, Text>>> = {
  creditCode: text('营业执照上的18位代码。', 'The 18 characters on the business licence.'),
  companyName: text('与营业执照一致的全称。', 'In full, as on the business licence.'),
  subject: text('用一句话说明，不超过60字。', 'In one sentence, at most 60 characters.'),
  content: text(
    '写明什么事、在哪里、希望怎样解决。请不要写身份证号码、银行账号。',
    'Say what it is, where, and what would solve it. Do not write identity card or bank account numbers.',
  ),
  wishedOn: text('供办理部门参考，不是答复期限。', 'For the department to know; it is no deadline.'),
  askerPhone: text(
    '手机或者固定电话均可。不留电话，街道无法回电，只能凭查询码了解办理情况。',
    'Mobile or landline. Without a telephone the office cannot call back, and only the look-up code tells how it stands.',
  ),
}

const choosing: ReadonlySet<FieldName> = new Set(['kind'])
const label = (name: FieldName) => fieldLabels[name]

export const formWords = {
  title: text('企业诉求网上反映', 'Send a request from your company'),
  intro: text(
    '企业遇到融资、用工、审批、配套等方面的困难，可以在这里向街道反映。不用注册，约需3分钟。提交后得到查询码，凭码查询办理情况。',
    'A company that needs help with financing, hiring, approvals, facilities or the like can tell the office here. No account is needed, and it takes about three minutes. You are given a look-up code that tells how the request stands.',
  ),
  company: text('企业', 'The company'),
  request: text('诉求', 'The request'),
  contact: text('联系方式', 'How to reach you'),
  optional: text('（选填）', ' (optional)'),
  chooseKind: text('请选择', 'Choose one'),
  restored: text('上次没有提交的内容还在。', 'What you had written and not sent is still here.'),
  clear: text('清空', 'Clear it'),
  missing: (name: FieldName): Text =>
    choosing.has(name)
      ? text(`请选择${label(name).zh}。`, `Choose “${label(name).en}”.`)
      : text(`请填写${label(name).zh}。`, `Enter “${label(name).en}”.`),
  tooLong: (name: FieldName, length: number, most: number): Text =>
    text(
      `${label(name).zh}最多${most}字，现有${length}字，请删去${length - most}字。`,
      `“${label(name).en}” takes at most ${most} characters and has ${length}: take out ${length - most}.`,
    ),
  noDay: text(
    '期望办结日期没有填完整。请填写年、月、日，或者清空。',
    'This date is not complete. Enter day, month and year, or leave it empty.',
  ),
  counted: (length: number, most: number): Text =>
    length > most
      ? text(`已超出${length - most}字，最多${most}字`, `${length - most} characters too many, of ${most}`)
      : text(`已写${length}字，最多${most}字`, `${length} of ${most} characters`),
  personalNumber: text(
    '这里像是写了身份证号码或者银行账号。请删去，办理诉求用不着。',
    'This looks like an identity card or bank account number. Take it out: the request does not need it.',
  ),
  wrongCount: (count: number): Text =>
    text(
      `有${count}处需要改正，还没有提交`,
      count === 1
        ? 'One entry needs mending; nothing was sent'
        : `${count} entries need mending; nothing was sent`,
    ),
  notice: text('个人信息说明', 'What your personal details are used for'),
  noticeMissing: text(
    '个人信息说明没有取到，暂时不能提交。填写的内容不会丢失。',
    'What your personal details are used for could not be fetched, so nothing can be sent yet. What you wrote is kept.',
  ),
  send: text('提交', 'Send'),
  sending: text('正在提交……', 'Sending…'),
  notSent: text('没有提交成功', 'It was not sent'),
  kept: text(
    '填写的内容都还在，稍后可以直接再提交。',
    'What you wrote is still here; you can send it again later.',
  ),
  noAnswer: text(
    '没有收到服务器的答复，不能确定是否已经提交。请检查网络，再点一次“提交”：同样的内容不会重复提交。',
    'The server did not answer, so it is not certain that the request was sent. Check the network and send again: the same text is never taken twice.',
  ),
}
