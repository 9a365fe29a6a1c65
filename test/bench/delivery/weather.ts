/** What goes wrong around the pages: faults in turns, tokens that expire, a portal's page that gives no new ones. */
import { createRandom } from '../../portal/faults/random.ts';
import type { FaultKind } from '../../portal/faults/rules.ts';
import { expireTokens } from '../../portal/auth/tokens.ts';
import type { RunningPortal } from '../../portal/server.ts';
import { rulesOf, type FaultPlan } from './faultPlan.ts';

export interface Weather {
  /** fault -> how often it struck, on fresh and on reused connections */
  struck: Map<string, { fresh: number; reused: number }>;
  /** From now on everything works. */
  clear(): void;
}

interface WeatherOptions {
  share: number;
  speed: number;
  seed: number;
  /** tokens expire, and now and then the portal's page gives no new ones */
  tokens: boolean;
}

/** ms by the wall clock */
const turn = 2_500;

export function startWeather(portal: RunningPortal, plan: FaultPlan, options: WeatherOptions): Weather {
  const { share, speed, seed, tokens } = options;
  const isTroubled = share > 0 && tokens;
  const { faults, connections } = portal.context;
  const random = createRandom(seed);
  const struck: Weather['struck'] = new Map();
  const take = faults.take.bind(faults);
  let turns = 0;

  faults.take = (...request) => {
    const rule = take(...request);
    if (rule) note(rule.fault, rule.connection ?? 'reused');
    return rule;
  };

  function note(fault: FaultKind, connection: 'fresh' | 'reused') {
    const known = struck.get(fault) ?? { fresh: 0, reused: 0 };
    known[connection] += 1;
    struck.set(fault, known);
  }

  function change() {
    turns += 1;
    const connection = turns % 2 === 0 ? 'fresh' : 'reused';
    const isMute = isTroubled && random() < 0.04;
    faults.set([
      ...rulesOf(plan, { share, speed, seed: seed * 10_000 + turns, connection }),
      ...(isMute ? [{ method: '*', fault: 'mute-refresh' as const, times: 1 }] : []),
    ]);
    if (connection === 'fresh') void connections.closeIdle();
    if (isMute || (isTroubled && random() < 0.3)) expireTokens(portal.context.world);
  }

  change();
  const timer = setInterval(change, turn);
  return {
    struck,
    clear() {
      clearInterval(timer);
      faults.clear();
    },
  };
}
