import { createHash } from 'node:crypto'
import { migrate, selectRan } from '../../cloud/database/migrate'
import { readScripts, type Script } from '../../cloud/database/scripts'
import { createTestDatabase, type TestDatabase } from '../database'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase('template0')
})
afterEach(() => database.drop())

const scripts = { migrations: readScripts('migrations'), functions: readScripts('functions') }
const all = [...scripts.migrations, ...scripts.functions].map(({ name }) => name)

const script = (name: string, text: string): Script => ({
  name,
  text,
  hash: createHash('sha256').update(text).digest('hex'),
})
const people = script('migrations/0001_people.sql', 'create table people (id int primary key);')
const only = (...migrations: Script[]) => ({ migrations, functions: [] })

/** Our tables and how often each script is said to have run. */
async function state() {
  const tables = await database.sql<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname`
  return { tables: tables.map(({ name }) => name), ran: (await selectRan(database.sql)).map(({ name }) => name) }
}

it('brings an empty database to this version, and does nothing the second time', async () => {
  expect(await migrate(database.address)).toEqual(all)
  const { ran } = await state()
  expect(ran).toEqual([...all].sort())
  const [queue] = await database.sql<
    { there: boolean }[]
  >`select to_regclass('graphile_worker.jobs') is not null as there`
  expect(queue?.there).toBe(true)
  const before = await database.sql`select * from migrations order by name`
  expect(await migrate(database.address)).toEqual([])
  expect(await database.sql`select * from migrations order by name`).toEqual(before)
})

it('runs each script once when five servers start together', async () => {
  const ran = await Promise.all(Array.from({ length: 5 }, () => migrate(database.address)))
  expect(ran.flat().sort()).toEqual([...all].sort())
  expect(ran.filter((names) => names.length > 0)).toHaveLength(1)
})

it('runs only what is new', async () => {
  await migrate(database.address, only(people))
  const later = script('migrations/0002_homes.sql', 'create table homes (id int primary key);')
  expect(await migrate(database.address, only(people, later))).toEqual([later.name])
  expect((await state()).tables).toEqual(['homes', 'migrations', 'people'])
})

it('refuses when a migration that ran was edited, and leaves everything as it was', async () => {
  await migrate(database.address, only(people))
  const before = await state()
  const edited = script(people.name, `${people.text} -- better`)
  const later = script('migrations/0002_homes.sql', 'create table homes (id int primary key);')
  await expect(migrate(database.address, only(edited, later))).rejects.toThrow(
    'migrations/0001_people.sql was edited after it ran; write a new migration instead.',
  )
  expect(await state()).toEqual(before)
})

it('refuses a database that a newer version has upgraded', async () => {
  const later = script('migrations/0002_homes.sql', 'create table homes (id int primary key);')
  await migrate(database.address, only(people, later))
  await expect(migrate(database.address, only(people))).rejects.toThrow(
    /upgraded by a newer version \(migrations\/0002/,
  )
})

it('takes back everything when one migration fails', async () => {
  const good = script(
    'migrations/0002_homes.sql',
    'create table homes (id int primary key); insert into homes values (1);',
  )
  const bad = script('migrations/0003_broken.sql', 'create table cats (id int); select 1 / 0;')
  await migrate(database.address, only(people))
  const before = await state()
  await expect(migrate(database.address, only(people, good, bad))).rejects.toThrow('division by zero')
  expect(await state()).toEqual(before)
  const mended = script(bad.name, 'create table cats (id int);')
  expect(await migrate(database.address, only(people, good, mended))).toEqual([good.name, mended.name])
})

it('defines functions anew when their text changes, in any order, with their bodies checked', async () => {
  const calls = script(
    'functions/a.sql',
    'create or replace function twice(n int) returns int language sql as $$ select once(n) * 2 $$;',
  )
  const once = (factor: number) =>
    script(
      'functions/b.sql',
      `create or replace function once(n int) returns int language sql as $$ select n * ${factor} $$;`,
    )
  const answer = async () => (await database.sql<{ n: number }[]>`select twice(21) as n`)[0]?.n

  expect(await migrate(database.address, { migrations: [people], functions: [calls, once(1)] })).toHaveLength(3)
  expect(await answer()).toBe(42)
  expect(await migrate(database.address, { migrations: [people], functions: [calls, once(2)] })).toEqual([
    'functions/b.sql',
  ])
  expect(await answer()).toBe(84)
  const wrong = script(
    'functions/c.sql',
    'create or replace function lost() returns int language sql as $$ select nobody() $$;',
  )
  await expect(migrate(database.address, { migrations: [people], functions: [calls, once(3), wrong] })).rejects.toThrow(
    /nobody\(\) does not exist/,
  )
  expect(await answer()).toBe(84)
})
