import { text } from '../../../../platform/text.ts'

export const submissionWords = {
  company: text('企业名称（自填）', 'Company, as it wrote'),
  code: text('统一社会信用代码', 'Credit code'),
  sent: text('提交日期', 'Sent on'),
  registered: text('登记名称', 'Name in the register'),
  notRegistered: text(
    '单位登记簿中没有这个信用代码。请核对；确是辖区企业的，先登记单位、列入服务名录，再受理。',
    'The register has no such credit code. Check it; if the company is one of the area, enter it and list it first.',
  ),
  notServed: (name: string) =>
    text(
      `“${name}”不在服务企业名录中。确是辖区企业的，先列入名录，再受理。`,
      `“${name}” is not on the list of companies. If it is one of the area, list it first.`,
    ),
  list: text('列入名录', 'List it'),
  differs: text(
    '自填名称与登记名称不同，请核实。',
    'What it wrote is not its name in the register. Look into it.',
  ),
  takeUp: text('受理', 'Take it up'),
  takeUpHelp: text(
    '受理日期为企业提交之日，时限由此起算。联系人和电话一并转入。',
    'It counts as received on the day on which it was sent, and the clocks run from there. Contact and telephone go with it.',
  ),
  requestNumber: text('受理编号', 'Number of the request'),
  kind: text('诉求类型', 'Kind'),
  takenUp: text('已经受理', 'Taken up as'),
  told: text('给企业的说明', 'What the company was told'),
  contact: text('联系人、电话见台账记录', 'Contact and telephone: see the record'),
  more: (shown: number, all: number) =>
    text(
      `共${all}份待受理，先列最早提交的${shown}份。`,
      `${all} are waiting; the ${shown} sent first are listed.`,
    ),
}
