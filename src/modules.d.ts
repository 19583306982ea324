/// <reference types="@tarojs/taro" />
declare module '*.png'
declare module '*.scss'
declare module '*.css'

declare module 'leancloud-storage/dist/av-core-min.js' {
  import AV from 'leancloud-storage/core'
  export default AV
}
