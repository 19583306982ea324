/** Ten megabytes of keys and values; here the browser's. A key that is not there reads as ''. */
export const storage = {
  getStorageSync: (key: string): unknown => JSON.parse(localStorage.getItem(key) ?? '""'),
  setStorageSync: (key: string, value: unknown) => localStorage.setItem(key, JSON.stringify(value)),
  removeStorageSync: (key: string) => localStorage.removeItem(key),
  clearStorageSync: () => localStorage.clear(),
}
