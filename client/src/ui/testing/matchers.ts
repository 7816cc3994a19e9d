/** Read by every test file of the client: matchers that speak of the page, and an empty page after each test. */
import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@solidjs/testing-library'
import { afterEach } from 'vitest'

// Waiting ends as soon as the page is as awaited; a page's code may take seconds to be compiled on a busy machine.
configure({ asyncUtilTimeout: 30_000 })

afterEach(cleanup)
