import type { Purpose } from '../../platform/personal/purpose.ts'
import { text } from '../../platform/text.ts'
import { day } from '../../platform/values/day.ts'
import { answeredRequests, endedMemberships, endedPosts } from './queries/keeping.ts'

const since = day('2026-11-28')

export const peoplePurposes: readonly Purpose[] = [
  {
    id: 'people.register',
    name: text('党员名册和组织关系', 'The register of members and their affiliation'),
    basis: 'duty',
    ground: text(
      '街道和社区党组织按照党章和党内法规管理党员、接转组织关系、组织换届选举。',
      'The Party organisations of the street and its communities keep their members, transfer affiliations and hold elections by the Party Constitution and its rules.',
    ),
    fields: {
      'people.person': ['name', 'sex', 'birth', 'joined_on', 'phone', 'education', 'branch_id', 'category'],
    },
    necessity: text(
      '入党日期反映党员身份，属于敏感个人信息；计算党龄、审查候选人资格离不开它。平时不显示，成批导出须由两人办理。',
      'The day of joining tells of membership and is sensitive. The length of membership and the standing of candidates follow from it. It is not shown by default, and leaves in bulk only through two persons.',
    ),
    retention: text(
      '在本街道党组织期间。组织关系转出或者注销后，按档案管理规定确定保存期限，到期依法删除姓名、出生年月、联系电话和入党日期，统计数字不变。',
      'While the person belongs to an organisation of the street; after that for the period that the rules on archives set. Then name, birth, telephone and day of joining are erased, and figures stay.',
    ),
    keeping: {
      'people.person': {
        from: text(
          '不再是本街道党员之日；此后仍有党内职务、临时编组或者参与的选举未结束的，从最后一项结束之日',
          'The day on which the membership here ended, or the last Party post, assignment or election after it',
        ),
        rows: endedMemberships,
      },
    },
    recipients: text(
      '不提供给其他单位；上级党组织依照规定要求的除外。',
      'Nobody else, but Party organisations above where the rules ask for it.',
    ),
    notice: {
      version: 1,
      since,
      text: text(
        '您的姓名、性别、出生年月、学历、联系电话、入党日期和组织关系由所在街道党组织用于党员管理和换届选举。您可以到街道查阅、复制、更正，依法要求删除。',
        'Your name, sex, birth, education, telephone, day of joining and affiliation serve the Party organisations of your street to keep the register of members and to hold elections. At the street office you may see, copy and correct them, and ask for their erasure as the law provides.',
      ),
    },
  },
  {
    id: 'people.posts',
    name: text('社区工作力量和任职', 'Posts in the communities'),
    basis: 'duty',
    ground: text(
      '街道按配备标准配齐社区工作力量，掌握在岗和空缺情况。',
      'The street staffs its communities by the standard and keeps account of who is in post and what is vacant.',
    ),
    fields: { 'people.person': ['name', 'sex', 'birth', 'phone', 'education', 'home_id'] },
    retention: text(
      '任职期间；离任后按人事档案的规定确定保存期限，到期依法删除。',
      'While the post is held; after that for the period that the rules on personnel files set, then erased.',
    ),
    keeping: {
      'people.person': {
        from: text(
          '最后一个社区岗位离任之日；仍由社区管理或者参与的选举未结束的，从其结束之日；两者都没有的，从注销之日',
          'The day on which the last post in a community ended, or the care of a community or an election after it; without any of them, the closing of the file',
        ),
        rows: endedPosts,
      },
    },
    recipients: text('不提供给其他单位。', 'Nobody else.'),
    notice: {
      version: 1,
      since,
      text: text(
        '您的姓名、性别、出生年月、学历和联系电话由街道用于配备和联系社区工作人员。您可以到街道查阅、复制、更正，依法要求删除。',
        'Your name, sex, birth, education and telephone serve the street to staff its communities and to reach their staff. At the street office you may see, copy and correct them, and ask for their erasure as the law provides.',
      ),
    },
  },
  {
    id: 'people.requests',
    name: text('受理个人信息请求', 'Requests about personal data'),
    basis: 'duty',
    ground: text(
      '受理和答复个人的查阅、复制、更正、删除等请求（个人信息保护法第五十条）。',
      'Receiving and answering requests for access, copies, correction and erasure (PIPL art. 50).',
    ),
    fields: { 'people.data_request': ['asker', 'person_id'] },
    retention: text(
      '答复后由本单位确定保存期限，用以证明已经依法办理，到期依法删除请求人姓名。',
      'After the answer for a period that the office sets, as proof that the law was kept; then the asker’s name is erased.',
    ),
    keeping: {
      'people.data_request': { from: text('答复之日', 'The day of the answer'), rows: answeredRequests },
    },
    recipients: text('不提供给其他单位。', 'Nobody else.'),
    notice: {
      version: 1,
      since,
      text: text(
        '您的姓名和请求事项由街道用于办理本次请求和留存办理情况。',
        'Your name and what you ask for serve the street to handle this request and to keep account of it.',
      ),
    },
  },
]
