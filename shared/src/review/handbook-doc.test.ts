import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { keepPhrases, PHRASES_MOST, readPhrases } from './handbook-doc.ts'

const MAP = 'reviewPhrases'

describe('reason phrases', () => {
  it('[REV-41] are absent until some are kept, are kept tidy, and absent again when given up', () => {
    const doc = new Y.Doc()
    expect(readPhrases(doc, MAP, 'returned')).toBeNull()
    keepPhrases(doc, MAP, 'returned', ['请补盖章页。', '  请补\n盖章页。 ', '', '长'.repeat(501), '请注明页码。'])
    expect(readPhrases(doc, MAP, 'returned')).toEqual(['请补盖章页。', '请补 盖章页。', '请注明页码。'])
    expect(readPhrases(doc, MAP, 'rejected')).toBeNull()
    expect(readPhrases(doc, 'phrases', 'returned')).toBeNull()
    keepPhrases(doc, MAP, 'returned', null)
    expect(readPhrases(doc, MAP, 'returned')).toBeNull()
  })

  it('[REV-41] reach another device, and what does not read as phrases is passed over', () => {
    const [desk, laptop] = [new Y.Doc(), new Y.Doc()]
    keepPhrases(
      desk,
      MAP,
      'rejected',
      Array.from({ length: 50 }, (_, n) => `理由${n}`),
    )
    Y.applyUpdate(laptop, Y.encodeStateAsUpdate(desk))
    expect(readPhrases(laptop, MAP, 'rejected')).toHaveLength(PHRASES_MOST)
    laptop.getMap('reviewPhrases').set('rejected', [1, 2])
    expect(readPhrases(laptop, MAP, 'rejected')).toBeNull()
  })
})
