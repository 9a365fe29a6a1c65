/// <reference types="vite/client" />

interface ImportMetaEnv {
  /** dev server only */
  readonly VITE_PORTAL_ORIGIN?: string;
}
