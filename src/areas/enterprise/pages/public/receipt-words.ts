import { text } from '../../../../platform/text.ts'

export const receiptWords = {
  title: text('已经提交', 'Your request was sent'),
  code: text('查询码', 'Look-up code'),
  number: text('提交编号', 'Number'),
  submittedOn: text('提交日期', 'Sent on'),
  copy: text('复制查询码', 'Copy the code'),
  copied: text('已复制', 'Copied'),
  once: text(
    '查询码只显示这一次，关闭页面后街道也无法再告诉您。请现在抄下、复制或者打印。知道查询码的人都能看到办理情况，请妥善保管。',
    'The code is shown this once, and after this page is closed the office cannot tell it either. Write it down, copy or print it now. Whoever knows the code can see how the request stands, so keep it safe.',
  ),
  next: text('接下来', 'What happens next'),
  nextChecked: text(
    '街道核对企业和诉求，决定是否受理。',
    'The office looks at the company and the request, and takes it up or says why not.',
  ),
  nextAnswered: text(
    '受理后交由主办部门，在规定期限内答复企业。',
    'A department is put in charge of it and answers the company within the set time.',
  ),
  nextLook: text(
    '随时可以凭查询码查看办到哪一步、何时答复。',
    'With the code you can see at any time how far it has come and when it will be answered.',
  ),
  another: text('再反映一件', 'Send another request'),
}
