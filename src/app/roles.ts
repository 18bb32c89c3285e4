import type { DemoAccount } from '../platform/access/demo.ts'
import type { Role } from '../platform/access/role.ts'
import { text } from '../platform/text.ts'

const see = [
  'organisation.see',
  'people.see',
  'enterprise.see',
  'figures.see_value',
  'figures.see_rows',
  'records.see',
]
const write = [
  'records.record',
  'records.correct',
  'organisation.record',
  'organisation.correct',
  'people.record',
  'people.correct',
  'enterprise.record',
  'enterprise.correct',
]

/**
 * Who does what in a subdistrict office. The three administrators are different people (GB/T 22239-2019, 8.1.5) and see no records:
 * one keeps accounts, one says who may do what, one reads what was done.
 */
export const roles = {
  system_administrator: {
    words: text('系统管理员', 'System administrator'),
    permissions: ['access.see', 'access.accounts', 'backup.keep'],
  },
  security_administrator: {
    words: text('安全管理员', 'Security administrator'),
    permissions: ['access.see', 'access.manage', 'backup.agree_restore'],
  },
  audit_administrator: { words: text('审计管理员', 'Audit administrator'), permissions: ['audit.see'] },
  office_clerk: {
    words: text('街道经办人', 'Subdistrict clerk'),
    permissions: [
      ...see,
      ...write,
      'people.confirm',
      'people.answer_requests',
      'access.see_here',
      'records.reveal',
      'records.copy',
      'ledgers.import',
      'ledgers.export',
      'ledgers.export_clear',
    ],
  },
  community_clerk: {
    words: text('社区经办人', 'Community clerk'),
    permissions: [...see, ...write, 'access.see_here', 'records.reveal', 'ledgers.export'],
  },
  leader: {
    words: text('街道领导', 'Subdistrict leader'),
    permissions: [
      'organisation.see',
      'people.see',
      'enterprise.see',
      'access.see_here',
      'figures.see_value',
      'ledgers.agree_export',
      'retention.see',
      'retention.agree',
    ],
  },
  erasure_officer: {
    words: text('个人信息删除专员', 'Erasure officer'),
    permissions: [
      'records.see',
      'organisation.see',
      'people.see',
      'enterprise.see',
      'records.erase',
      'records.copy',
      'people.answer_requests',
      'retention.see',
      'retention.prepare',
    ],
  },
} satisfies Record<string, Role>

export type RoleName = keyof typeof roles

/** The accounts of a demo. Their passwords are public, so they listen on this machine alone and beside no real data. */
export function demoRoster(community: string): readonly (DemoAccount & { readonly role: RoleName })[] {
  return [
    {
      username: 'admin',
      password: 'demo-admin-1',
      name: '演示系统管理员 (administrator)',
      role: 'system_administrator',
      place: null,
    },
    {
      username: 'security',
      password: 'demo-security-1',
      name: '演示安全管理员 (security)',
      role: 'security_administrator',
      place: null,
    },
    {
      username: 'audit',
      password: 'demo-audit-1',
      name: '演示审计管理员 (audit)',
      role: 'audit_administrator',
      place: null,
    },
    {
      username: 'clerk',
      password: 'demo-clerk-1',
      name: '演示街道经办人 (clerk)',
      role: 'office_clerk',
      place: null,
    },
    {
      username: 'community',
      password: 'demo-community-1',
      name: '演示社区经办人 (community)',
      role: 'community_clerk',
      place: community,
    },
    {
      username: 'privacy',
      password: 'demo-privacy-1',
      name: '演示个人信息专员 (privacy)',
      role: 'erasure_officer',
      place: null,
    },
    {
      username: 'leader',
      password: 'demo-leader-1',
      name: '演示街道领导 (leader)',
      role: 'leader',
      place: null,
    },
  ]
}
