import type { Tx } from '../platform/database'

export interface AreaRow {
  code: string
  name: string
  lat: number | null
  lng: number | null
  helpPhone: string | null
}

/** Takes in areas, parents before children; known ones get the new name and place. For the operator and the demo county. */
export async function importAreas(tx: Tx, rows: readonly AreaRow[]): Promise<number> {
  for (const row of [...rows].sort((a, b) => a.code.length - b.code.length)) {
    await tx`
      insert into areas (code, name, lat, lng, help_phone) values (${row.code}, ${row.name}, ${row.lat}, ${row.lng}, ${row.helpPhone})
      on conflict (code) do update set name = excluded.name, lat = excluded.lat, lng = excluded.lng, help_phone = excluded.help_phone`
  }
  return rows.length
}
