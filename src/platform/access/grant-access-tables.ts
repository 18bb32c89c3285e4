import type { Client } from 'pg'
import type { Roles } from '../db/roles.ts'

/** What the application may do with the tables of sign-in. Run as the owner, after the migrations. */
export async function grantAccessTables(client: Client, roles: Roles): Promise<void> {
  const app = client.escapeIdentifier(roles.app)
  await client.query(`
    grant usage on schema access to ${app};
    grant select on all tables in schema access to ${app};
    grant insert, update, delete on access.session, access.verification, access.second_factor, access.sign_in_lock to ${app};
    grant insert, delete on access.recovery_code, access.linked_subject, access.used_state to ${app};
    grant insert on access.former_password to ${app};
    grant insert, update on access.account, access.credential to ${app};
    grant insert, update (valid_to) on access.grant to ${app};
    grant insert, update (demo, second_factor, second_factor_roles, sessions_per_account) on access.setting to ${app}`)
}
