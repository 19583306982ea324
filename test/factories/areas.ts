import type { Database } from '../../cloud/platform/database'

export const county = '990101'
export const township = '990101001'
/** 柳桥社区, where most test people live. */
export const liuqiao = '990101001001'
/** Another community of the same township. */
export const shitang = '990101001002'
/** A community of another township. */
export const yunling = '990101002001'
export const grid = '990101001001001'

/** A small county: two townships, three communities, one grid. */
export async function insertAreas(sql: Database): Promise<void> {
  await sql`
    insert into areas (code, name, lat, lng, help_phone) values
      (${county}, '云溪县', 30.5, 120.5, '12345'), (${township}, '柳桥街道', 30.51, 120.51, null), ('990101002', '云岭镇', 30.6, 120.4, null),
      (${liuqiao}, '柳桥社区', 30.512, 120.512, '0573-5550101'), (${shitang}, '石塘社区', 30.52, 120.53, null),
      (${yunling}, '云岭村', 30.61, 120.41, null), (${grid}, '柳桥一网格', 30.513, 120.513, null)`
}
