import { createHmac } from 'node:crypto'
import type { Client } from 'pg'

/** The owner cannot sign in and owns every table; the application signs in and owns none. */
export type Roles = { readonly owner: string; readonly app: string; readonly appPassword: string }

/** Roles belong to a server, not to a database, so their names carry the database's; the password follows from `secret`. */
export function rolesOf(database: string, secret: Uint8Array): Roles {
  const app = `${database}_app`
  return {
    owner: `${database}_owner`,
    app,
    appPassword: createHmac('sha256', secret).update(app).digest('base64url'),
  }
}

/** Makes the two roles where they are missing. The session must be able to create roles. */
export async function ensureRoles(client: Client, database: string, roles: Roles): Promise<void> {
  const owner = client.escapeIdentifier(roles.owner)
  const app = client.escapeIdentifier(roles.app)
  const password = client.escapeLiteral(roles.appPassword)
  await client.query('select pg_advisory_lock(7202002)')
  try {
    await createRole(client, roles.owner, `create role ${owner} nologin`)
    await createRole(client, roles.app, `create role ${app} login noinherit`)
    await client.query(`alter role ${app} password ${password}`)
    await client.query(`grant ${owner} to current_user`)
    for (const setting of [
      "statement_timeout = '60s'",
      "idle_in_transaction_session_timeout = '120s'",
      "lock_timeout = '20s'",
    ]) {
      await client.query(`alter role ${app} set ${setting}`)
    }
    await client.query(`grant create, connect on database ${client.escapeIdentifier(database)} to ${owner}`)
    await client.query(`grant connect on database ${client.escapeIdentifier(database)} to ${app}`)
    await client.query('create extension if not exists btree_gist with schema public')
  } finally {
    await client.query('select pg_advisory_unlock(7202002)')
  }
}

async function createRole(client: Client, name: string, create: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [name])
  if (rowCount === 0) await client.query(create)
}

/** What the application may do, said anew after each migration: never rewrite a change, never touch history itself. */
export async function grantToApplication(
  client: Client,
  roles: Roles,
  areas: readonly string[],
): Promise<void> {
  const app = client.escapeIdentifier(roles.app)
  await client.query(`
    grant usage on schema platform to ${app};
    grant select on all tables in schema platform to ${app};
    grant insert on platform.office, platform.change, platform.request, platform.counter to ${app};
    grant insert on platform.import_batch, platform.import_file, platform.import_undo,
      platform.record_merge, platform.record_unmerge, platform.record_apart, platform.record_apart_end to ${app};
    grant update (head, name_zh, name_en) on platform.office to ${app};
    grant update (value) on platform.counter to ${app};
    grant insert, update on platform.ledger_layout to ${app};
    grant insert on platform.clear_export to ${app};
    grant update (decision, decided_by, decided_name, decided_at, decision_reason, taken_at) on platform.clear_export to ${app};
    grant insert on platform.retention_period, platform.retention_hold, platform.retention_batch, platform.retention_item to ${app};
    grant update (lifted_by, lifted_name, lifted_at) on platform.retention_hold to ${app};
    grant update (decision, decided_by, decided_name, decided_at, decision_reason) on platform.retention_batch to ${app};
    grant update (state, change_no) on platform.retention_item to ${app};
    grant insert on platform.restore_request to ${app};
    grant update (decision, decided_by, decided_name, decided_at, decision_reason, begun_by, begun_name, begun_at, ended_at, failure)
      on platform.restore_request to ${app};
    revoke execute on function platform.keep, platform.keep_history, platform.index_changes, platform.secure_by_office,
      platform.secure_by_scope from public`)
  for (const area of areas) {
    await client.query(`
      grant usage on schema ${area}, ${area}_history, ${area}_known to ${app};
      grant select, insert, update, delete on all tables in schema ${area} to ${app};
      grant select on all tables in schema ${area}_history, ${area}_known to ${app}`)
  }
}
