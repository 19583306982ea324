import { bytesOf, keep, read, write } from '../files'
import { handed, owner } from '../phone'
import { api } from './api'

interface CanvasNode {
  canvas: HTMLCanvasElement
  fileType?: string
}

export const files = {
  getFileSystemManager: () => ({
    writeFileSync: (path: string, base64: string, _encoding: 'base64') => write(path, base64),
    readFileSync: (path: string, _encoding: 'base64') => read(path),
  }),
  openDocument: api<{ filePath: string }>('openDocument', ({ filePath }) => {
    handed.documents.push({ fileName: filePath.split('/').at(-1) ?? '', base64: read(filePath) })
  }),
  chooseImage: api('chooseImage', () => {
    if (!owner.picture) throw new Error('cancel')
    return { tempFilePaths: [keep(owner.picture)] }
  }),
  chooseMedia: api('chooseMedia', () => {
    if (!owner.picture) throw new Error('cancel')
    const tempFilePath = keep(owner.picture)
    return { type: 'image', tempFiles: [{ tempFilePath, fileType: 'image', size: bytesOf(tempFilePath).length }] }
  }),
  compressImage: api<{ src: string }>('compressImage', ({ src }) => ({ tempFilePath: src })),
  canvasToTempFilePath: api<CanvasNode>('canvasToTempFilePath', ({ canvas, fileType = 'png' }) => ({
    tempFilePath: keep(canvas.toDataURL(`image/${fileType}`)),
  })),
  saveImageToPhotosAlbum: api<{ filePath: string }>('saveImageToPhotosAlbum', ({ filePath }) => {
    handed.album.push(read(filePath))
  }),
}
