/** A busy machine is no failure: what comes by and by is waited for longer than a second. */
import { configure } from '@testing-library/react';

configure({ asyncUtilTimeout: 10_000 });
