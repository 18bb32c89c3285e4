/**
 * The roles that stand apart: an account that holds one holds no other kind of role on the same day (GB/T 22239-2019, 8.1.5).
 * The column `kind` of `access.grant` names the same.
 */
export const administrators = {
  system: 'system_administrator',
  security: 'security_administrator',
  audit: 'audit_administrator',
} as const

const names: ReadonlySet<string> = new Set(Object.values(administrators))

export const isAdministrator = (role: string) => names.has(role)

/** Without one of these nobody could add accounts, grant roles, or read what was done: the last of each stays. */
export const mustRemain: readonly string[] = Object.values(administrators)
