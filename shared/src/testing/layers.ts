/**
 * The order of the layers, checked: which file may import which.
 *
 * The model: source files with their text go in, broken rules come out as data. The way of a value through the slices is
 * SLICES; a slice imports what is left of it, in every package and across packages. `wire/` may know the schemas of every
 * slice, and no rule of `shared/` knows `wire/`. The packages go `client → shared ← sync-server`; `e2e` drives the running
 * product. Type-only imports count like any other.
 *
 * Always true: this reads text alone, so it also judges a tree that does not compile.
 */

export const SLICES: readonly string[] = [
  'kernel',
  'account',
  'archive',
  'review',
  'plan',
  'application',
  'case',
  'forms',
]

/** What `shared/` may import besides itself: nothing that needs a browser, Node or a network. */
const SHARED_PACKAGES = ['@noble/hashes', 'canonicalize', 'lib0', 'yjs', 'zod']

/** What the tests of `shared/` and their cast may import on top of that. */
const TEST_PACKAGES = ['chinese-days', 'fast-check', 'vitest']

const PACKAGES = ['client', 'sync-server', 'shared', 'e2e'] as const
type Package = (typeof PACKAGES)[number]

/** The packages of the workspace that a package may import. */
const MAY_IMPORT: Record<Package, readonly Package[]> = {
  client: ['client', 'shared'],
  'sync-server': ['sync-server', 'shared'],
  shared: ['shared'],
  e2e: ['e2e', 'shared', 'sync-server'],
}

const LONGEST_FILE = 300
const FORBIDDEN_FOLDERS = ['utils', 'helpers', 'common', 'lib']
const KEBAB_FOLDER = /^[a-z0-9]+(-[a-z0-9]+)*$/
const KEBAB_FILE = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*\.(ts|tsx|mts|mjs)$/

/** A file of the tree: its path from the project's folder, with `/`, and its text. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

/** A broken rule: where, and a sentence that says what to change. */
export interface Violation {
  readonly path: string
  readonly rule:
    | 'slice-order'
    | 'rule-knows-wire'
    | 'package-order'
    | 'shared-is-pure'
    | 'ui-knows-slice'
    | 'unresolved-import'
    | 'import-cycle'
    | 'barrel-file'
    | 'folder-name'
    | 'file-name'
    | 'file-length'
    | 'type-name'
  readonly message: string
}

/** Every broken rule of the given files, in the order of their paths. Pure. */
export function layerViolations(files: readonly SourceFile[]): Violation[] {
  const known = new Set(files.map((file) => file.path))
  const imports = new Map(files.map((file) => [file.path, resolvedImports(file, known)]))
  return [
    ...files.flatMap((file) => [...shapeViolations(file), ...importViolations(file, imports.get(file.path) ?? [])]),
    ...cycleViolations(imports),
  ].sort((left, right) => (left.path < right.path ? -1 : left.path > right.path ? 1 : 0))
}

/** What a file imports, exports from, or loads: the specifiers as written, comments left out. */
export function importSpecifiers(text: string): string[] {
  const code = withoutComments(text)
  const named = /^[ \t]*(?:import|export)\b[^;'"`()=]*?\bfrom\s*(['"])([^'"\n]+)\1/gm
  const bare = /^[ \t]*import\s*(['"])([^'"\n]+)\1/gm
  const loaded = /\bimport\(\s*(['"])([^'"\n]+)\1\s*\)/g
  return [named, bare, loaded].flatMap((form) => [...code.matchAll(form)].flatMap((match) => match[2] ?? []))
}

interface Import {
  readonly specifier: string
  /** The file of the workspace it means; undefined for a package from the registry, an asset, or a file that is missing. */
  readonly target: string | undefined
}

function resolvedImports(file: SourceFile, known: ReadonlySet<string>): Import[] {
  return importSpecifiers(file.text).map((specifier) => {
    const path = workspacePath(file.path, specifier)
    return { specifier, target: path !== undefined && known.has(path) ? path : undefined }
  })
}

/** The path in the workspace that a specifier means, whether or not there is such a file. */
function workspacePath(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return joined(folderOf(from), specifier.replace(/[?#].*$/, ''))
  const shared = /^@yejibu\/shared\/(.+)$/.exec(specifier)
  if (shared) return `shared/src/${shared[1]}.ts`
  const other = /^@yejibu\/([^/]+)\/(.+)$/.exec(specifier)
  return other ? `${other[1]}/${other[2]}` : undefined
}

function importViolations(file: SourceFile, imports: readonly Import[]): Violation[] {
  return imports.flatMap(({ specifier, target }) => [
    ...packageViolations(file.path, specifier, target),
    ...sliceViolations(file.path, target),
    ...unresolvedViolations(file.path, specifier, target),
  ])
}

function packageViolations(path: string, specifier: string, target: string | undefined): Violation[] {
  const from = packageOf(path)
  if (from === undefined) return []
  const named = /^@yejibu\/([^/]+)/.exec(specifier)?.[1] ?? (target && packageOf(target))
  const to = PACKAGES.find((name) => name === named)
  if (to !== undefined)
    return MAY_IMPORT[from].includes(to)
      ? []
      : [
          {
            path,
            rule: 'package-order',
            message: `${from} must not import ${specifier}: it may know ${MAY_IMPORT[from].join(', ')}`,
          },
        ]
  if (!path.startsWith('shared/src/') || specifier.startsWith('.')) return []
  const tests = isTest(path) || path.startsWith('shared/src/testing/')
  const allowed = tests ? [...SHARED_PACKAGES, ...TEST_PACKAGES] : SHARED_PACKAGES
  const isAllowed =
    allowed.some((name) => specifier === name || specifier.startsWith(`${name}/`)) ||
    (isTest(path) && specifier.startsWith('node:'))
  return isAllowed
    ? []
    : [
        {
          path,
          rule: 'shared-is-pure',
          message: `shared must not import ${specifier}: rules need no browser, Node or network`,
        },
      ]
}

function sliceViolations(path: string, target: string | undefined): Violation[] {
  if (target === undefined || isTest(path)) return []
  const [from, to] = [layerOf(path), layerOf(target)]
  if (path.startsWith('client/src/ui/') && target.startsWith('client/') && SLICES.includes(to ?? ''))
    return [{ path, rule: 'ui-knows-slice', message: `ui/ has no domain word inside, but imports ${target}` }]
  const position = SLICES.indexOf(from ?? '')
  if (position === -1) return []
  if (packageOf(path) === 'shared' && to === 'wire')
    return [{ path, rule: 'rule-knows-wire', message: `no rule knows wire/, but this imports ${target}` }]
  return SLICES.indexOf(to ?? '') <= position
    ? []
    : [{ path, rule: 'slice-order', message: `${from} comes before ${to}, so it must not import ${target}` }]
}

function unresolvedViolations(path: string, specifier: string, target: string | undefined): Violation[] {
  if (target !== undefined || !specifier.startsWith('.') || /\.(ts|tsx|mts|mjs)$/.test(specifier)) return []
  // Assets (a style sheet, a picture) name their kind; a source file must too, or one file would have two names.
  return /\.[a-z0-9]+(\?[a-z]+)?$/.test(specifier)
    ? []
    : [{ path, rule: 'unresolved-import', message: `write the whole file name, with .ts: ${specifier}` }]
}

function shapeViolations({ path, text }: SourceFile): Violation[] {
  const violations: Violation[] = []
  const folders = folderOf(path).split('/').filter(Boolean)
  const name = path.slice(path.lastIndexOf('/') + 1)
  const forbidden = folders.find((folder) => FORBIDDEN_FOLDERS.includes(folder))
  if (forbidden !== undefined)
    violations.push({
      path,
      rule: 'folder-name',
      message: `"${forbidden}" says nothing: give it the folder of its noun`,
    })
  if (folders.some((folder) => !KEBAB_FOLDER.test(folder)) || !KEBAB_FILE.test(name))
    violations.push({ path, rule: 'file-name', message: 'folders and files are named in kebab-case' })
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
  if (lines > LONGEST_FILE)
    violations.push({
      path,
      rule: 'file-length',
      message: `${lines} lines, at most ${LONGEST_FILE}: split it by its nouns`,
    })
  if (isBarrel(name, text))
    violations.push({
      path,
      rule: 'barrel-file',
      message: 'only passes on what others export: import from the files themselves',
    })
  const vague =
    /^export (?:abstract )?(?:class|interface|type|function|const) (\w+(?:Manager|Service|Handler|Controller|Impl))\b/m
  const declared = vague.exec(withoutComments(text))?.[1]
  if (declared !== undefined)
    violations.push({ path, rule: 'type-name', message: `${declared}: name it for what it is` })
  return violations
}

function isBarrel(name: string, text: string): boolean {
  const code = withoutComments(text)
  const passedOn = /^export\s+(?:type\s+)?(?:\*(?:\s+as\s+\w+)?|\{[^}]*\})\s*from\s*['"][^'"]+['"];?[ \t]*$/gm
  if (!passedOn.test(code)) return false
  return /^index\.(ts|tsx|mts|mjs)$/.test(name) || code.replace(passedOn, '').trim() === ''
}

/** One violation per group of files that import each other in a circle, reported at its first file. */
function cycleViolations(imports: ReadonlyMap<string, readonly Import[]>): Violation[] {
  const violations: Violation[] = []
  const finished = new Set<string>()
  const trail: string[] = []
  const visit = (path: string): void => {
    const start = trail.indexOf(path)
    if (start !== -1) {
      const circle = [...trail.slice(start), path].join(' → ')
      violations.push({ path, rule: 'import-cycle', message: `imports itself in the end: ${circle}` })
      return
    }
    if (finished.has(path)) return
    trail.push(path)
    for (const { target } of imports.get(path) ?? []) if (target !== undefined) visit(target)
    trail.pop()
    finished.add(path)
  }
  for (const path of imports.keys()) visit(path)
  return violations
}

function packageOf(path: string): Package | undefined {
  return PACKAGES.find((name) => path.startsWith(`${name}/`))
}

/** The folder below `src/` a file belongs to: a slice, `wire`, `ui`, `platform` … */
function layerOf(path: string): string | undefined {
  return /^[^/]+\/src\/([^/]+)\//.exec(path)?.[1]
}

function isTest(path: string): boolean {
  return /\.(test|spec|bench|contract)\.tsx?$/.test(path)
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

function joined(folder: string, relative: string): string {
  const parts = folder === '' ? [] : folder.split('/')
  for (const part of relative.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

/** The text with comments blanked. A quote inside a comment and `//` inside a string are told apart. */
function withoutComments(text: string): string {
  const tokens = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g
  return text.replace(tokens, (token) => (token.startsWith('//') || token.startsWith('/*') ? '' : token))
}
