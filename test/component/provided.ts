/** What test/tools/componentServers.ts hands to the component tests; they get it with `inject`. */
export interface PortalTokens {
  /** Anna, who reads every task */
  admin: string;
  /** Marta, who has no part in task 55 */
  member: string;
  /** David, operator of the open line chat 105 */
  operator: string;
  /** Marta in an application without the scope `tasks` */
  withoutTasks: string;
  expired: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** of the server that misbehaves on purpose, `http://127.0.0.1:…` */
    wildOrigin: string;
    /** of a local portal of its own, `http://localhost:…` */
    portalOrigin: string;
    /** starts local portals, one a test file (test/tools/portals.ts) */
    portalsOrigin: string;
    /** access tokens of that portal */
    portalTokens: PortalTokens;
  }
}
