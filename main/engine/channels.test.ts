import { describe, expect, test } from 'vitest';
import { postFromGraph } from '../../shared/handoff/graphChannel';
import { GraphChatMessage } from '../../shared/handoff/graphShape';
import type { Person } from '../../shared/handoff/item';
import { BRAM, OTTO, runner, SANNE } from '../../tests/support/engine';

