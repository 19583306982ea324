/** Words of choosing an area. */
export const areaWording = { wholeOf: (name: string) => `整个${name}` }
