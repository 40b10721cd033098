import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// What is waited for comes; on a busy machine with two cores it comes later than the usual second.
configure({ asyncUtilTimeout: 8_000 });

// Testing Library tidies up by itself only where afterEach is a global; here it is imported.
afterEach(cleanup);
