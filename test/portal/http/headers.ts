/** The headers of every answer under `/rest/` (PB 1.2). */

/** All of CORS there is: no methods, no credentials, no max age, nothing exposed. */
export const corsHeaders: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': 'origin, content-type, accept',
  'X-Content-Type-Options': 'nosniff',
};

export const jsonType = 'application/json; charset=utf-8';
