import type { AreaRow } from '../../people/areas'

/** 云溪县, which does not exist: 3 townships, 12 communities, 60 grids. */

export const countyCode = '990101'

const townships = [
  { name: '柳桥街道', lat: 30.5102, lng: 120.6801, communities: ['柳桥社区', '石塘社区', '东河社区', '南门社区'] },
  { name: '云岭镇', lat: 30.5564, lng: 120.6312, communities: ['云岭社区', '竹溪村', '茶坞村', '岭下村'] },
  { name: '白鹭湾镇', lat: 30.4708, lng: 120.7285, communities: ['鹭湾社区', '荷塘村', '渔港村', '新桥村'] },
]

const pad = (n: number) => String(n).padStart(3, '0')

export function demoAreas(): AreaRow[] {
  const rows: AreaRow[] = [{ code: countyCode, name: '云溪县', lat: 30.5102, lng: 120.6801, helpPhone: '0573-12345' }]
  townships.forEach((township, t) => {
    const townshipCode = countyCode + pad(t + 1)
    rows.push({ code: townshipCode, name: township.name, lat: township.lat, lng: township.lng, helpPhone: null })
    township.communities.forEach((name, c) => {
      const code = townshipCode + pad(c + 1)
      const lat = round(township.lat + (c % 2 === 0 ? 0.006 : -0.006) * (1 + c / 4))
      const lng = round(township.lng + (c < 2 ? 0.007 : -0.007) * (1 + c / 5))
      rows.push({ code, name, lat, lng, helpPhone: `0573-8800${t + 1}${c + 1}0` })
      for (let g = 1; g <= 5; g++) {
        const grid = { lat: round(lat + 0.001 * (g - 3)), lng: round(lng + 0.0012 * ((g % 3) - 1)), helpPhone: null }
        rows.push({ code: code + pad(g), name: `${name.replace(/社区|村/, '')}第${'一二三四五'[g - 1]}网格`, ...grid })
      }
    })
  })
  return rows
}

const round = (n: number) => Math.round(n * 1e5) / 1e5

export const demoCommunities = () => demoAreas().filter((area) => area.code.length === 12)
