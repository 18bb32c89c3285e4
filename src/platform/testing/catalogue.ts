import type { Client } from 'pg'
import { tablesOf, type CatalogueTable } from './catalogue-query.ts'

/**
 * Tables that stand outside the rules of an area's tables, each with its reason. Every other table begins with office_id
 * in all its keys and is bound by row-level security; the tables of an area keep history besides.
 */
export const exemptTables: Readonly<Record<string, string>> = {
  'platform.migration': 'the history of the schema, the same for every office',
  'platform.kept_table': 'a dictionary of tables, the same for every office',
  'platform.sealed_fact': 'a dictionary of tables, the same for every office',
  'platform.data_key':
    'the wrapped keys of the installation, the same for every office and written by their owner alone',
  'platform.working_day': 'a dictionary of days, the same for every office and written by migrations alone',
  'platform.enciphered_column': 'a dictionary of columns, the same for every office',
  'access.account': 'sign-in finds an account before its office is known; no procedure lists accounts',
  'access.credential': 'belongs to an account, as the sign-in library asks',
  'access.session': 'found by its secret token alone',
  'access.second_factor': 'belongs to an account, asked for before a session begins',
  'access.recovery_code': 'belongs to an account, asked for before a session begins',
  'access.former_password': 'belongs to an account',
  'access.linked_subject': 'found by what a provider says at sign-in, before an office is known',
  'access.used_state': 'of a sign-in by a provider, found by its own hash before anybody is known',
  'access.sign_in_lock': 'of a name or address that may belong to nobody, found by its own hash',
  'access.verification': 'of the sign-in library, found by its own identifier',
  'access.setting': 'read at sign-in, before an office is known',
  'access.grant': 'read at sign-in, to resolve the very scope that policies compare against',
}

/** Tables of the platform that belong to an office and whose rows are never superseded. */
const withoutHistory = [
  'platform.office',
  'platform.change',
  'platform.request',
  'platform.counter',
  'platform.erasure',
  'platform.reencipherment',
  'platform.record_merge',
  'platform.record_unmerge',
  'platform.record_apart',
  'platform.record_apart_end',
  'platform.import_batch',
  'platform.import_file',
  'platform.import_undo',
  'platform.ledger_layout',
  'platform.clear_export',
  'platform.retention_period',
  'platform.retention_hold',
  'platform.retention_batch',
  'platform.retention_item',
  'platform.restore_request',
  'platform.audit_event',
  'platform.audit_head',
  'platform.audit_seal',
]

const ofOffice = `office_id = NULLIFcurrent_setting'app.office', true, ''::integer`
// Each setting in a sub-select of its own, without a table: the server reads it once a statement.
const ofScope = `office_id = SELECT NULLIFcurrent_setting'app.office', true, ''::integer AND SELECT current_setting'app.scope_all', true = 'on' OR scope_place_id = ANY SELECT string_to_arrayNULLIFcurrent_setting'app.scope', true, '', ','::uuid[]::uuid[]`
/** A policy as the server prints it, without the brackets, casts and names of columns in which its versions differ. */
const plain = (policy: string) =>
  policy
    .replaceAll(/[()]|::text| AS "?[\w?]+"?/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()

const thisChange = `current_setting'app.change'::bigint`
/** Without a condition that lets a row by, and with the function that sends rows to their own history. */
const givesChange = (schema: string, name: string) =>
  `CREATE TRIGGER keep_known_from BEFORE INSERT ON ${schema}.${name} FOR EACH ROW WHEN new.known_from IS DISTINCT FROM ${thisChange} EXECUTE FUNCTION ${schema}_history.keep_${name}`

/**
 * What is wrong with the tables of a migrated database; empty where every wall stands. Needs the rights of an administrator. `wholeOffice`
 * are the views, `<area>.<view>`, by which areas tell of the whole office.
 */
export async function catalogueFaults(
  client: Client,
  areas: readonly string[],
  app: string,
  wholeOffice: readonly string[] = [],
): Promise<string[]> {
  const tables = await tablesOf(client, app)
  const byName = new Map(tables.map((table) => [table.name, table]))
  const faults = tables.flatMap((table) => {
    if (table.name in exemptTables) return []
    const [schema = '', name = ''] = table.name.split('.')
    const past = areas.some((area) => schema === `${area}_history`)
    const say = (...found: (string | false)[]) =>
      found.filter((fault) => fault !== false).map((fault) => `${table.name}: ${fault}`)
    if (wholeOffice.includes(table.name.replace('_known.', '.'))) return say(...openFaults(table))
    if (table.kind === 'view' && areas.some((area) => schema === `${area}_known`))
      return say(...viewFaults(table, byName.get(`${schema.slice(0, -6)}.${name}`)))
    if (table.kind !== 'table') return say(`is a ${table.kind}, which no policy binds`)
    if (past)
      return say(...wallFaults(table), ...pastFaults(table, byName.get(`${schema.slice(0, -8)}.${name}`)))
    if (areas.includes(schema))
      return say(...wallFaults(table), ...keyFaults(table), ...keptFaults(table, byName))
    if (withoutHistory.includes(table.name)) return say(...wallFaults(table), ...keyFaults(table))
    return say('belongs to no area and is not exempt')
  })
  const gone = [...Object.keys(exemptTables), ...withoutHistory].filter(
    (name) => name.startsWith('platform.') && !byName.has(name),
  )
  return [...faults, ...gone.map((name) => `${name}: is listed and is not there`)]
}

function wallFaults(table: CatalogueTable): (string | false)[] {
  const { policies, columns, owner } = table
  const scoped = columns.some((column) => column.name === 'scope_place_id')
  return [
    !table.secured && 'row security is not enabled',
    !table.forced && 'row security is not forced on its owner',
    policies.length !== 1 && `has ${policies.length} policies instead of one`,
    ...policies.flatMap((policy) => [
      !policy.permissive && 'its policy is restrictive',
      policy.command !== '*' && 'its policy is not for every command',
      policy.roles !== 'public' && 'its policy is not for every role',
      /\bfrom\b/i.test(policy.using) && 'its policy reads a table',
      plain(policy.using) !== (scoped ? ofScope : ofOffice) &&
        `its policy is not the kernel’s: ${policy.using}`,
      policy.check !== null && policy.check !== policy.using && 'its policy lets in what it does not let out',
    ]),
    (owner.login || owner.superuser || owner.bypass) &&
      `its owner ${owner.name} can sign in or is bound by no policy`,
    table.appOwns && 'the application is its owner, or can become it',
  ]
}

function keyFaults(table: CatalogueTable): (string | false)[] {
  const primary = table.keys.filter((key) => key.kind === 'primary')
  return [
    primary.length !== 1 && 'has no primary key',
    ...table.keys
      .filter((key) => key.first !== 'office_id')
      .map((key) => `its ${key.kind} key ${key.name} does not begin with office_id`),
    ...table.keys
      .filter(
        (key) => key.refers !== null && !(key.refers in exemptTables) && key.referredFirst !== 'office_id',
      )
      .map((key) => `its foreign key ${key.name} does not carry office_id over`),
    !table.columns.some((column) => column.name === 'office_id' && column.required) &&
      'office_id may be absent',
    table.rights.some((right) => ['TRUNCATE', 'TRIGGER', 'REFERENCES'].includes(right)) &&
      'the application may truncate or alter it',
  ]
}

function keptFaults(table: CatalogueTable, byName: ReadonlyMap<string, CatalogueTable>): (string | false)[] {
  const [schema, name] = table.name.split('.') as [string, string]
  const scoped = table.columns.some((column) => column.name === 'scope_place_id')
  const { trigger, kept, change } = table
  const columns = table.columns.map((column) => column.name).join(', ')
  return [
    kept === null && 'is not registered as a kept table',
    kept !== null && kept.scoped !== scoped && 'is registered with another scope than its columns have',
    !table.columns.some((column) => column.name === 'known_from' && column.required) && 'has no known_from',
    !byName.has(`${schema}_history.${name}`) && 'has no history',
    byName.get(`${schema}_known.${name}`)?.kind !== 'view' && 'has no view of the past',
    trigger === null && 'has no trigger that keeps history',
    trigger !== null &&
      !trigger.whole &&
      'its trigger does not stand before every row that is replaced or goes',
    trigger !== null &&
      trigger.calls !== `${schema}_history.keep_${name}` &&
      'its trigger calls another function',
    trigger !== null &&
      !trigger.source.includes(`(${columns}, known_to)`) &&
      'its trigger does not keep all its columns',
    plain(change.byDefault ?? '') !== thisChange && 'its new rows are not known from their change',
    plain(change.trigger ?? '') !== givesChange(schema, name) &&
      'its new rows may choose the change they are known from',
  ]
}

function pastFaults(table: CatalogueTable, current: CatalogueTable | undefined): (string | false)[] {
  const own = table.columns.filter((column) => column.name !== 'known_to')
  const known = table.columns.find((column) => column.name === 'known_to')
  const types = (columns: CatalogueTable['columns']) =>
    columns
      .map((column) => `${column.name} ${column.type}`)
      .sort()
      .join(', ')
  return [
    current === undefined && 'is the history of no table',
    (known?.type !== 'bigint' || !known.required) && 'has no known_to',
    current !== undefined && types(own) !== types(current.columns) && 'has other columns than its table',
    table.rights.join() !== 'SELECT' && `the application may ${table.rights.join(', ')}, not read alone`,
  ]
}

/** What everybody of the office may read tells nothing in words; a view of a function takes no rows. */
function openFaults(view: CatalogueTable): (string | false)[] {
  return [
    view.kind !== 'view' && `is a ${view.kind} and no view`,
    !view.columns.some((column) => column.name === 'office_id') && 'does not say of which office it tells',
    ...view.columns.map(
      ({ name, type }) =>
        !['integer', 'uuid', 'date'].includes(type) &&
        !['kind', 'way'].includes(name) &&
        `its column ${name} is a ${type}`,
    ),
  ]
}

function viewFaults(view: CatalogueTable, current: CatalogueTable | undefined): (string | false)[] {
  return [
    !view.invoker && 'shows what its owner may see: it is not security_invoker',
    current === undefined && 'is the view of no table',
    current !== undefined &&
      view.columns.map((column) => column.name).join() !==
        current.columns.map((column) => column.name).join() &&
      'has other columns than its table',
    view.rights.join() !== 'SELECT' && `the application may ${view.rights.join(', ')}, not read alone`,
  ]
}
